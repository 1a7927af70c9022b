import * as v from 'valibot'
import { success } from '../model/outcome.ts'
import { applyRule, identityEffect, identityState, ruleOf } from '../workspace/identity-rule.ts'
import { defineOperation } from './operation.ts'
import { booleanField } from './schema.ts'

const ruleSchema = v.object({
  by_phone: v.boolean(),
  by_platform_id: v.boolean(),
  fold_tags: v.boolean(),
  join_phones: v.boolean(),
})

const kindSchema = v.object({
  kind: v.picklist(['email', 'phone', 'platform_id', 'hand', 'nobody']),
  customers: v.number(),
  orders: v.number(),
})

export const getIdentityRule = defineOperation({
  method: 'GET',
  path: '/api/v1/identity-rule',
  summary:
    'Who counts as one customer, and how many customers are known by e-mail, by phone or by the id of the platform',
  input: v.object({}),
  output: v.object({ rule: ruleSchema, kinds: v.array(kindSchema) }),
  example: {},
  async run({ workspace }) {
    const { rule, kinds } = await identityState(workspace)
    return success({ rule: { ...rule }, kinds: kinds.map((kind) => ({ ...kind })) })
  },
})

export const putIdentityRule = defineOperation({
  method: 'PUT',
  path: '/api/v1/identity-rule',
  summary:
    'Changes who counts as one customer, or tells with `preview` whom that joins; what was merged by hand stays',
  input: v.object({
    by_phone: v.optional(booleanField),
    by_platform_id: v.optional(booleanField),
    fold_tags: v.optional(booleanField),
    join_phones: v.optional(booleanField),
    preview: v.optional(booleanField, false),
  }),
  output: v.object({
    rule: ruleSchema,
    applied: v.boolean(),
    merged: v.number(),
    dropped: v.number(),
    examples: v.array(v.object({ identity: v.string(), becomes: v.string() })),
  }),
  example: { fold_tags: true, preview: true },
  async run({ workspace }, { preview, ...asked }) {
    const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
    const rule = { ...(await ruleOf(workspace)), ...given }
    const effect = await identityEffect(workspace, rule)
    const answer = {
      rule,
      applied: !preview,
      ...effect,
      examples: effect.examples.map((one) => ({ ...one })),
    }
    if (preview) return success(answer)
    const changed = await applyRule(workspace, rule)
    return changed.ok ? success(answer) : changed
  },
})
