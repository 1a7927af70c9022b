import type { ColumnTypes } from './tables.ts'

/** A table of what else a shop knows, beside orders, products and people. */
export interface FactTable {
  readonly columns: ColumnTypes
  /** Columns by which a row is known again: a later import of the same key replaces it. */
  readonly key: readonly string[]
}

/**
 * Tables of the part `facts`: one file with all of them, merged row by row. `row_key` is a hash of the key and of the place
 * among rows with the same key of one file, so that the same file again changes nothing. Amounts are BIGINT minor units.
 * `product_key` names a product as its file does (`sku:…`, `handle:…`, `title:…`), resolved when it is read: files may come
 * in any order.
 */
export const FACT_TABLES = {
  inventory: {
    columns: {
      product_id: 'VARCHAR',
      sku: 'VARCHAR',
      title: 'VARCHAR',
      location: 'VARCHAR',
      on_hand: 'DOUBLE',
      available: 'DOUBLE',
      committed: 'DOUBLE',
      incoming: 'DOUBLE',
      unavailable: 'DOUBLE',
    },
    key: ['product_id', 'location'],
  },
  refunds: {
    columns: {
      order_id: 'VARCHAR',
      happened_at: 'TIMESTAMP',
      local_at: 'TIMESTAMP',
      day: 'DATE',
      amount: 'BIGINT',
      currency: 'VARCHAR',
      reason: 'VARCHAR',
    },
    key: ['order_id', 'happened_at', 'amount', 'currency'],
  },
  events: {
    columns: {
      happened_at: 'TIMESTAMP',
      local_at: 'TIMESTAMP',
      day: 'DATE',
      event: 'VARCHAR',
      visitor: 'VARCHAR',
      product_key: 'VARCHAR',
      order_id: 'VARCHAR',
      channel: 'VARCHAR',
      device: 'VARCHAR',
      count: 'DOUBLE',
    },
    key: ['happened_at', 'event', 'visitor', 'product_key', 'order_id', 'channel', 'device'],
  },
  reviews: {
    columns: {
      day: 'DATE',
      product_key: 'VARCHAR',
      title: 'VARCHAR',
      order_id: 'VARCHAR',
      customer_id: 'INTEGER',
      rating: 'DOUBLE',
      headline: 'VARCHAR',
      body: 'VARCHAR',
    },
    key: ['day', 'product_key', 'order_id', 'headline', 'body'],
  },
  spend: {
    columns: {
      day: 'DATE',
      channel: 'VARCHAR',
      campaign: 'VARCHAR',
      amount: 'BIGINT',
      currency: 'VARCHAR',
      impressions: 'DOUBLE',
      clicks: 'DOUBLE',
    },
    key: ['day', 'channel', 'campaign'],
  },
  calendar: {
    columns: { first_day: 'DATE', last_day: 'DATE', name: 'VARCHAR', kind: 'VARCHAR', country: 'VARCHAR' },
    key: ['first_day', 'name', 'country'],
  },
  product_keys: {
    columns: { product_key: 'VARCHAR', product_id: 'VARCHAR' },
    key: ['product_key', 'product_id'],
  },
} as const satisfies Readonly<Record<string, FactTable>>

export type FactName = keyof typeof FACT_TABLES
export const FACT_NAMES = Object.keys(FACT_TABLES) as FactName[]

/** Columns of a table as it is kept, with the key of the row. */
export const factColumns = (name: FactName): ColumnTypes => ({
  ...FACT_TABLES[name].columns,
  row_key: 'UBIGINT',
})
