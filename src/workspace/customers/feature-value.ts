import type { ChurnFeature } from '../../analytics/customers/churn/snapshot.ts'
import { toMajor } from '../../model/currency.ts'

/** A feature as people read it: the model reads spend in hundreds of minor units, whatever the currency. */
export const featureValue = (feature: ChurnFeature, value: number, currency: string): number =>
  feature === 'net_per_order' ? toMajor(Math.round(value * 100), currency) : value
