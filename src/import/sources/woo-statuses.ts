import { DRAFT, FAILED, NO_SALE, PENDING } from './status-words.ts'

/** WooCommerce leaves orders that were not paid out of its figures, too (facts, metrics.md); with the prefix of its database. */
export const WOO_EXCLUDED: readonly string[] = [...NO_SALE, ...PENDING, ...FAILED, ...DRAFT].flatMap(
  (word) => [word, `wc-${word}`],
)
