import type { IdentityRule } from '../../model/identity-rule.ts'
import { ruledIdentities } from '../edits/identity-rule.ts'
import type { Statement } from '../statement.ts'

/** By what customers are known: an address, a phone, an id of the platform, by hand; `nobody` are orders without any. */
export interface IdentityKindRow {
  readonly kind: 'email' | 'phone' | 'platform_id' | 'hand' | 'nobody'
  readonly customers: number
  readonly orders: number
}

const KIND = `CASE WHEN i.identity IS NULL THEN 'nobody' WHEN starts_with(i.identity, 'tel:') THEN 'phone' WHEN starts_with(i.identity, 'id:') THEN 'platform_id'
  WHEN contains(i.identity, '@') THEN 'email' ELSE 'hand' END`

/** Customers with a sale, and their sales, by what they are known by. */
export const identityKinds = (): Statement<IdentityKindRow> => ({
  sql: `SELECT ${KIND} AS kind, CAST(count(DISTINCT o.customer_id) AS DOUBLE) AS customers, CAST(count(*) AS DOUBLE) AS orders
    FROM store.orders o LEFT JOIN store.identities i ON i.customer_id = o.customer_id WHERE o.kind = 'sale' GROUP BY 1 ORDER BY orders DESC, kind`,
  params: [],
})

/** What a rule makes of the identities as they were imported. */
export interface RuleEffectRow {
  readonly merged: number
  readonly dropped: number
}

/** How many customers a rule makes one with another, and how many it knows no more. `identities` as they were imported. */
export const ruleEffect = (rule: IdentityRule, identities: string): Statement<RuleEffectRow> => ({
  sql: `SELECT CAST(count(*) FILTER (becomes <> '') AS DOUBLE) AS merged, CAST(count(*) FILTER (becomes = '') AS DOUBLE) AS dropped
    FROM (${ruledIdentities(rule, identities)})`,
  params: [],
})

/** Some of whom a rule makes one, for looking at: never more than asked for. */
export const ruleExamples = (
  rule: IdentityRule,
  identities: string,
  limit: number,
): Statement<{ identity: string; becomes: string }> => ({
  sql: `SELECT identity, becomes FROM (${ruledIdentities(rule, identities)}) WHERE becomes <> '' ORDER BY becomes, identity LIMIT ${Math.trunc(limit)}`,
  params: [],
})
