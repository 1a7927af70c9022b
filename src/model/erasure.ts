/** What of a person stays in the store: a key that nobody can be found by. The orders keep it, so that totals stay. */
export const tombstoneOf = (token: string): string => `erased:${token}`

/** Who was erased, told only by salted hashes of what they could be known by: e-mail, phone, number, folded key, and of the orders that they reviewed. */
export interface ErasedList {
  readonly salt: string
  readonly people: readonly { readonly token: string; readonly hashes: readonly string[] }[]
}

/** A person to be taken out of the parts: by the folded key that the store knows them by. */
export interface ErasedIdentity {
  readonly identity: string
  readonly token: string
}

/** All that tells of people in the parts of a store. */
export interface ErasedTraces {
  readonly people: readonly ErasedIdentity[]
  /** Their keys in the store's own table of people. */
  readonly customerIds: readonly number[]
  /** Orders of theirs that somebody has written about. */
  readonly orders: readonly string[]
  /** Lower case: texts that are nobody else's. */
  readonly texts: readonly string[]
}

/** How an order stands in the erased list. */
export const orderMark = (orderId: string): string => `order:${orderId}`
