import { toMajor } from '../../model/currency.ts'
import type { Axes } from '../../model/definitions.ts'
import type { Figures, Period } from '../../model/metric.ts'
import { relativeChange } from './dictionary.ts'
import type { Driver, HeadlineParam, ParamKind } from './headline.ts'

/** Net sales of one product, country or type of customer in both periods, minor units. */
export interface Mover {
  /** '' when it is not known. */
  readonly key: string
  readonly name: string
  readonly net: number
  readonly previous: number
}

/** All that headlines are made from; amounts in minor units. `before` is null when nothing is compared or there are no data. */
export interface HeadlineFacts {
  readonly currency: string
  /** What the workspace counts. */
  readonly axes?: Axes | undefined
  readonly period: Period
  readonly previous: Period | null
  readonly now: Figures
  readonly before: Figures | null
  /** Those that moved most, either way. */
  readonly products: readonly Mover[]
  readonly countries: readonly Mover[]
  /** Keys `new`, `returning` and ''. */
  readonly customers: readonly Mover[]
  /** The product with most net sales, and the day. */
  readonly topProduct: Mover | null
  readonly bestDay: { readonly day: string; readonly net: number } | null
  /** Deductions that no file carries. */
  readonly absent?: { readonly discounts: boolean; readonly returns: boolean } | undefined
  readonly firstDay: string
  readonly lastDay: string
}

export const amount = (facts: HeadlineFacts, minor: number): number =>
  toMajor(Math.round(minor), facts.currency)

export const param = (as: ParamKind, value: number | string): HeadlineParam => ({ as, value })

export const money = (facts: HeadlineFacts, minor: number): HeadlineParam =>
  param('money', amount(facts, minor))

export const signedMoney = (facts: HeadlineFacts, minor: number): HeadlineParam =>
  param('signed_money', amount(facts, minor))

/** A mover as a driver in major units. */
export const moverDriver = (facts: HeadlineFacts, mover: Mover): Driver => ({
  name: mover.name || mover.key,
  value: amount(facts, mover.net),
  previous: amount(facts, mover.previous),
  change: relativeChange(mover.net, mover.previous),
  contribution: amount(facts, mover.net - mover.previous),
})

/** A figure as a driver without a part in the change. */
export const plainDriver = (name: string, value: number | null, previous: number | null): Driver => ({
  name,
  value,
  previous,
  change: relativeChange(value, previous),
  contribution: null,
})
