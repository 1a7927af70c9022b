import { type Frequency, FREQUENCIES } from '../../analytics/forecast/history.ts'

/** What can be forecast. */
export const TARGETS = ['net_sales', 'orders', 'units'] as const
export type ForecastTarget = (typeof TARGETS)[number]

/** What is forecast: a figure of the shop, of one product, or of one category, step by step. */
export interface Subject {
  readonly target: ForecastTarget
  readonly product_id?: string | undefined
  /** '' is the category of products without one. */
  readonly category?: string | undefined
  /** Days unless it says otherwise. */
  readonly frequency?: Frequency | undefined
}

/** The subject that a kept record is about. */
export const subjectOf = (data: Readonly<Record<string, unknown>>): Subject => {
  const text = (name: string) => (typeof data[name] === 'string' ? (data[name] as string) : undefined)
  return {
    target: TARGETS.find((target) => target === data['target']) ?? 'net_sales',
    product_id: text('product_id'),
    category: text('category'),
    frequency: FREQUENCIES.find((frequency) => frequency === data['frequency']),
  }
}

/** The same text for the same subject. */
export const subjectKey = ({ target, product_id, category, frequency }: Subject): string =>
  JSON.stringify([target, product_id ?? null, category ?? null, frequency ?? 'D'])
