import { type IdentityRule, isPlainRule, PLAIN_RULE } from '../model/identity-rule.ts'
import type { Outcome } from '../model/outcome.ts'
import {
  identityKinds,
  type IdentityKindRow,
  ruleEffect,
  type RuleEffectRow,
  ruleExamples,
} from '../query/sql/identity-counts.ts'
import { currentManifest } from '../store/generations.ts'
import { noteChange } from '../store/history.ts'
import { aliasOf } from './live-views.ts'
import type { Workspace } from './workspace.ts'

/** Who counts as one customer at present, and how many are known by what. */
export interface IdentityState {
  readonly rule: IdentityRule
  readonly kinds: readonly IdentityKindRow[]
}

/** What a rule makes of the customers as imports brought them. */
export interface IdentityEffect extends RuleEffectRow {
  readonly examples: readonly { readonly identity: string; readonly becomes: string }[]
}

const EXAMPLES = 5

export const ruleOf = async (workspace: Pick<Workspace, 'settings'>): Promise<IdentityRule> =>
  (await workspace.settings()).identity_rule ?? PLAIN_RULE

export async function identityState(workspace: Workspace): Promise<IdentityState> {
  return { rule: await ruleOf(workspace), kinds: await workspace.query.run(identityKinds()) }
}

/** How many customers a rule joins and drops, with some of those that it joins. */
export async function identityEffect(workspace: Workspace, rule: IdentityRule): Promise<IdentityEffect> {
  const { parts } = await currentManifest(workspace.database)
  if (!parts.people) return { merged: 0, dropped: 0, examples: [] }
  const people = `${aliasOf(parts.people)}.identities`
  const [effect] = await workspace.query.run(ruleEffect(rule, people))
  return {
    merged: effect?.merged ?? 0,
    dropped: effect?.dropped ?? 0,
    examples: await workspace.query.run(ruleExamples(rule, people, EXAMPLES)),
  }
}

/** Tells customers apart by a rule from now on; what was merged or edited by hand stays. */
export async function applyRule(workspace: Workspace, rule: IdentityRule): Promise<Outcome<number>> {
  const changed = await workspace.changeMeaning({ identity_rule: isPlainRule(rule) ? null : rule })
  if (changed.ok) await noteChange(workspace.database, 'settings', { identity_rule: { ...rule } })
  return changed
}
