import { type IdentityRule, isPlainRule } from '../../model/identity-rule.ts'

/** Stands for no customer, where a rule takes one away. */
export const NOBODY = ''

const EMAIL = `contains(identity, '@') AND NOT starts_with(identity, 'tel:') AND NOT starts_with(identity, 'id:')`

/** The e-mail that an address is alike to: without what stands after a plus. */
const UNTAGGED = `CASE WHEN ${EMAIL} THEN regexp_replace(identity, '\\+[^@]*@', '@') ELSE identity END`
/** Digits of a phone, where there are enough of them to tell people apart. */
const DIGITS = `CASE WHEN length(regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g')) >= 7 THEN regexp_replace(phone, '[^0-9]', '', 'g') END`

/** Of several identities of one person the one that stands: an e-mail, the shorter, the first by letters. So the order of imports does not matter. */
const RANK = `CASE WHEN ${EMAIL} THEN '0' ELSE '1' END || lpad(CAST(length(identity) AS VARCHAR), 5, '0') || identity`

/** Times that groups by address and by phone are joined: chains of more links than that are cut. */
const PASSES = 4

const pass = (from: string, rule: IdentityRule): string => {
  const byAddress = rule.fold_tags ? 'min(label) OVER (PARTITION BY address)' : 'label'
  const byPhone = rule.join_phones
    ? `CASE WHEN digits IS NULL THEN label ELSE min(label) OVER (PARTITION BY digits) END`
    : 'label'
  return `(SELECT identity, address, digits, ${byPhone} AS label FROM (SELECT identity, address, digits, ${byAddress} AS label FROM ${from}))`
}

const dropped = ({ by_phone, by_platform_id }: IdentityRule): string => {
  const kinds = [
    ...(by_phone ? [] : [`starts_with(identity, 'tel:')`]),
    ...(by_platform_id ? [] : [`starts_with(identity, 'id:')`]),
  ]
  return kinds.length > 0 ? kinds.join(' OR ') : 'false'
}

/**
 * SELECT of `identity, becomes`: whom a rule makes one with whom, from a table of identities as imports made them.
 * `becomes` is NOBODY where the rule knows no customer. Only those that change.
 */
export function ruledIdentities(rule: IdentityRule, identities: string): string {
  if (isPlainRule(rule))
    return 'SELECT CAST(NULL AS VARCHAR) AS identity, CAST(NULL AS VARCHAR) AS becomes WHERE false'
  const start = `(SELECT identity, ${UNTAGGED} AS address, ${DIGITS} AS digits, ${RANK} AS label FROM ${identities} WHERE identity IS NOT NULL)`
  const joins = rule.fold_tags || rule.join_phones
  const labelled = joins
    ? Array.from({ length: PASSES }).reduce<string>((from) => pass(from, rule), start)
    : start
  return `SELECT identity, CASE WHEN ${dropped(rule).replaceAll('identity', 'final')} THEN '${NOBODY}' ELSE final END AS becomes
    FROM (SELECT identity, substr(label, 7) AS final FROM ${labelled})
    WHERE final <> identity OR ${dropped(rule).replaceAll('identity', 'final')}`
}
