/** Main figures of a month of one currency before and after an import; amounts in minor units. */
export interface MonthEffect {
  /** 'YYYY-MM'. */
  readonly month: string
  readonly currency: string
  readonly gross_before: number
  readonly gross_after: number
  readonly net_before: number
  readonly net_after: number
  readonly orders_before: number
  readonly orders_after: number
}

export interface OrderExample {
  readonly order_id: string
  readonly fate: 'added' | 'updated'
  readonly day: string | null
  readonly currency: string
  /** Null for an order that is new. */
  readonly net_before: number | null
  readonly net_after: number
  readonly status_before: string | null
  readonly status_after: string | null
}

/** A field of a product that would change; amounts are minor units as text. */
export interface ProductExample {
  readonly product_id: string
  readonly field: string
  readonly before: string | null
  readonly after: string
}

/** What an import would do; amounts in minor units. Nothing is ever removed because a file does not have it. */
export interface ImportEffect {
  /** What the files hold, by currency. */
  readonly held: readonly {
    readonly currency: string
    readonly gross: number
    readonly net: number
    readonly orders: number
    readonly first_day: string
    readonly last_day: string
  }[]
  /** Every month with sales, before or after. */
  readonly months: readonly MonthEffect[]
  readonly orders: readonly OrderExample[]
  readonly products: readonly ProductExample[]
}
