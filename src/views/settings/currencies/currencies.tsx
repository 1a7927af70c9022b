import { Match, Show, Switch, createResource } from 'solid-js'
import { getRates } from '../../../api/rates.ts'
import { FailureCard } from '../../../ui/failure-card.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import { Section } from '../section.tsx'
import { AddRates } from './add-rates.tsx'
import { RateLists } from './lists.tsx'
import { Reporting } from './reporting.tsx'
import { StateTable } from './state-table.tsx'

/** What there is, read anew with every change. */
function createState() {
  const shop = useShop()
  const [answer, { refetch }] = createResource(
    () => shop.version(),
    () => shop.client.run(getRates, { limit: 1000 }),
  )
  const known = () => {
    const latest = answer.latest
    return latest?.ok ? latest.value : undefined
  }
  const failed = () => {
    const latest = answer.latest
    return latest && !latest.ok ? latest.failure : undefined
  }
  const currencies = () => {
    const state = known()
    const pairs = state?.items.flatMap((list) => list.pairs.flatMap((pair) => pair.split('/'))) ?? []
    const own = state?.currencies.map(({ currency }) => currency) ?? []
    return [...new Set([...own, ...pairs])]
  }
  const several = () => currencies().length > 1 || (known()?.items.length ?? 0) > 0
  return { known, failed, currencies, several, again: () => void refetch() }
}

/** The currencies of the shop, the rates between them, and the one in which all is counted. */
export function CurrenciesPart() {
  const t = useText()
  const { known, failed, currencies, several, again } = createState()
  return (
    <Section title={t('rates.title')} hint={t('rates.hint')}>
      <Switch fallback={<Skeleton class="h-9" />}>
        <Match when={failed()}>
          {(failure) => <FailureCard code={failure().code} detail={failure().detail} />}
        </Match>
        <Match when={known()}>
          {(state) => (
            <Show
              when={several()}
              fallback={
                <p>
                  {state().currencies[0]
                    ? t('rates.one', { currency: state().currencies[0]?.currency ?? '' })
                    : t('rates.none')}
                </p>
              }
            >
              <StateTable state={state()} title={t('rates.table')} />
              <Reporting state={state()} currencies={currencies()} onChanged={again} />
              <details open={state().items.length === 0}>
                <summary class="text-muted w-fit">{t('rates.add')}</summary>
                <div class="mt-3">
                  <AddRates
                    currencies={currencies()}
                    to={state().reporting_currency ?? currencies()[0] ?? 'EUR'}
                    onChanged={again}
                  />
                </div>
              </details>
              <RateLists lists={state().items} onChanged={again} />
            </Show>
          )}
        </Match>
      </Switch>
    </Section>
  )
}
