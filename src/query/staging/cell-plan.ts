import type { DateReading, KindRule, NumberReading, ZoneSpan } from '../../model/reading.ts'

/** Stands for a currency that is none: rows with it are refused (CURRENCY_UNKNOWN). */
export const UNKNOWN_CURRENCY = '???'

/** How the currency of a row is known. Codes are ISO 4217. */
export type CurrencyPlan =
  | { readonly kind: 'constant'; readonly code: string; readonly exponent: number }
  | {
      readonly kind: 'column'
      /** Stands in where a row and its order name none. */
      readonly fallback: string
      /** Written form in upper case → code, for symbols and names. */
      readonly aliases: ReadonlyMap<string, string>
      /** Codes whose exponent is not 2. */
      readonly exponents: ReadonlyMap<string, number>
    }

/** All that turning the text of a table into typed cells needs to know. Field names are those of `import/fields.ts`. */
export interface CellPlan {
  /** Field → column of the cleaned relation. */
  readonly columns: ReadonlyMap<string, string>
  readonly dates: ReadonlyMap<string, DateReading>
  readonly numbers: ReadonlyMap<string, NumberReading>
  /** Discounts are shares of quantity × price: 1 for fractions (0.15), 100 for percentages (15 %). */
  readonly discountRate?: number | undefined
  readonly spans: readonly ZoneSpan[]
  /** First day and last day ('YYYY-MM-DD') that an order may have. */
  readonly days: { readonly from: string; readonly to: string }
  readonly currency: CurrencyPlan
  readonly rules: readonly KindRule[]
  /** Statuses, as the file writes them, that make no revenue. */
  readonly excluded: readonly string[]
  /** What the file's statuses mean: state → statuses as written. */
  readonly states: ReadonlyMap<string, readonly string[]>
  readonly returnPrefix?: string | undefined
  readonly otherPrefix?: string | undefined
  readonly stockRows: boolean
  /** Rows without product and price carry nothing but cells of their order (Shopify). */
  readonly orderRows: boolean
}
