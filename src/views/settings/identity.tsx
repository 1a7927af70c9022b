import { For, Show, createResource, createSignal } from 'solid-js'
import { getIdentityRule, putIdentityRule } from '../../api/identity-rule.ts'
import { type IdentityRule, RULE_NAMES } from '../../model/identity-rule.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { createAsking } from './asking.ts'
import { Section } from './section.tsx'

interface Effect {
  readonly merged: number
  readonly dropped: number
  readonly examples: readonly { readonly identity: string; readonly becomes: string }[]
}

/** Whom the rule that is being looked at joins and drops. */
function RuleEffect(props: { readonly effect: Effect }) {
  const t = useText()
  return (
    <div role="status" class="flex flex-col gap-1">
      <Show when={props.effect.merged + props.effect.dropped > 0} fallback={<p>{t('identity.nothing')}</p>}>
        <Show when={props.effect.merged > 0}>
          <p>{t('identity.merged', { n: props.effect.merged })}</p>
        </Show>
        <Show when={props.effect.dropped > 0}>
          <p>{t('identity.dropped', { n: props.effect.dropped })}</p>
        </Show>
      </Show>
      <ul class="hint flex flex-col gap-0.5 empty:hidden">
        <For each={props.effect.examples}>
          {(example) => <li class="break-all">{t('identity.example', example)}</li>}
        </For>
      </ul>
    </div>
  )
}

type Kind = 'email' | 'phone' | 'platform_id' | 'hand' | 'nobody'

/** How many customers and orders are known by what. */
function Kinds(props: {
  readonly kinds: readonly { readonly kind: Kind; readonly customers: number; readonly orders: number }[]
}) {
  const t = useText()
  return (
    <Show when={props.kinds.length > 0}>
      <div class="flex flex-col gap-1">
        <h3 class="font-medium">{t('identity.kinds')}</h3>
        <ul class="flex flex-col gap-1">
          <For each={props.kinds}>
            {({ kind, customers, orders }) => (
              <li>
                {kind === 'nobody'
                  ? t('identity.kindNobody', { orders, by: t('identity.nobody') })
                  : t('identity.kind', { customers, orders, by: t(`identity.${kind}`) })}
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}

const same = (a: IdentityRule, b: IdentityRule): boolean => RULE_NAMES.every((name) => a[name] === b[name])

/** The rule as boxes, looked at with whom it joins before it is applied. */
function RuleChoice(props: { readonly rule: IdentityRule; readonly onChanged: () => void }) {
  const t = useText()
  const shop = useShop()
  const asking = createAsking()
  const [chosen, setChosen] = createSignal<IdentityRule>()
  const value = () => chosen() ?? props.rule
  const draft = () => (same(value(), props.rule) ? undefined : value())
  const [preview] = createResource(draft, (rule) =>
    shop.client.run(putIdentityRule, { ...rule, preview: true }),
  )
  const effect = () => {
    const answer = preview()
    return draft() && answer?.ok ? answer.value : undefined
  }
  const apply = async (rule: IdentityRule) => {
    const before = props.rule
    const outcome = await asking.run(putIdentityRule, { ...rule })
    if (!outcome.ok) return
    setChosen(undefined)
    props.onChanged()
    asking.notices.show({ tone: 'good', title: t('identity.applied'), undo: () => void apply(before) })
  }
  return (
    <div class="flex flex-col gap-3">
      <For each={RULE_NAMES}>
        {(name) => (
          <Checkbox
            label={t(`identity.${name}`)}
            checked={value()[name]}
            onChange={(checked) => setChosen({ ...value(), [name]: checked })}
          />
        )}
      </For>
      <Show when={draft()}>
        {(rule) => (
          <div class="flex flex-col gap-3" aria-live="polite" aria-busy={preview.loading}>
            <Show when={effect()} fallback={<Skeleton class="h-9" />}>
              {(found) => <RuleEffect effect={found()} />}
            </Show>
            <div class="flex flex-wrap gap-2">
              <Button look="primary" busy={asking.busy()} onClick={() => void apply(rule())}>
                {t('identity.apply')}
              </Button>
              <Button onClick={() => setChosen(undefined)}>{t('identity.keep')}</Button>
            </div>
          </div>
        )}
      </Show>
    </div>
  )
}

/** Who counts as one customer: the rule in words, how many it knows by what, and changing it. */
export function IdentityPart() {
  const t = useText()
  const shop = useShop()
  const [answer, { refetch }] = createResource(
    () => shop.version(),
    () => shop.client.run(getIdentityRule, {}),
  )
  const known = () => {
    const latest = answer.latest
    return latest?.ok ? latest.value : undefined
  }
  return (
    <Section title={t('identity.title')} hint={t('identity.hint')}>
      <Show when={known()} fallback={<Skeleton class="h-9" />}>
        {(state) => (
          <>
            <Kinds kinds={state().kinds} />
            <RuleChoice rule={state().rule} onChanged={() => void refetch()} />
          </>
        )}
      </Show>
    </Section>
  )
}
