/** Who counts as one customer. E-mail comes first, then phone, then the platform's own id; these say where it may differ. */
export interface IdentityRule {
  /** Orders without an e-mail are told apart by their phone; false: they have no customer. */
  readonly by_phone: boolean
  /** Orders with neither e-mail nor phone are told apart by the id that the platform gives; false: they have no customer. */
  readonly by_platform_id: boolean
  /** `ana+shop@x.co` is `ana@x.co`. */
  readonly fold_tags: boolean
  /** Customers of different e-mails who have the same phone are one. */
  readonly join_phones: boolean
}

export const PLAIN_RULE: IdentityRule = {
  by_phone: true,
  by_platform_id: true,
  fold_tags: false,
  join_phones: false,
}

export const RULE_NAMES = Object.keys(PLAIN_RULE) as (keyof IdentityRule)[]

export const isPlainRule = (rule: IdentityRule): boolean =>
  RULE_NAMES.every((name) => rule[name] === PLAIN_RULE[name])
