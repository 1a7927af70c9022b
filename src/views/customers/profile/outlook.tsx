import { For, Show } from 'solid-js'
import { getChurn, getClv } from '../../../api/customer-analytics.ts'
import type { AnswerOf } from '../../../api/client.ts'
import type { CustomerProfile } from '../../../api/customers-schemas.ts'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { TitledCard } from '../../../ui/titled-card.tsx'
import { useShop } from '../../shop.tsx'
import { AnalysisPart, createAnalysis } from '../analysis.tsx'
import { writeFeature } from '../retention/churn-columns.tsx'
import { likeIt } from '../retention/like-it.ts'

type Worth = AnswerOf<typeof getClv>['customers']['items'][number]
type Churn = AnswerOf<typeof getChurn>
type Risk = Churn['customers']['items'][number]

const DAYS = 365

interface FactProps {
  readonly label: string
  readonly value: string
  readonly hint?: string | undefined
}

const Fact = (props: FactProps) => (
  <div class="flex flex-col">
    <dt class="hint">{props.label}</dt>
    <dd class="text-lg font-semibold figures">{props.value}</dd>
    <Show when={props.hint}>
      <dd class="hint figures">{props.hint}</dd>
    </Show>
  </div>
)

/** Worth with its interval, and whether the customer is still active. */
function WorthFacts(props: { readonly row: Worth; readonly currency: string }) {
  const t = useText()
  const format = useFormat()
  const money = (value: number) => format().money(value, props.currency)
  const range = () => ({ low: money(props.row.interval[0]), high: money(props.row.interval[1]) })
  return (
    <dl class="grid gap-3 grid-cols-2">
      <Fact
        label={t('worth.expected', { n: DAYS })}
        value={money(props.row.expected_value)}
        hint={t('worth.interval', range())}
      />
      <Fact
        label={t('worth.buysWithin', { n: DAYS })}
        value={format().percent(props.row.probability_order, 0)}
      />
      <Fact label={t('worth.historic')} value={money(props.row.historic_value)} />
      <Fact label={t('worth.totalValue')} value={money(props.row.total_value)} hint={t('worth.totalHint')} />
    </dl>
  )
}

/** Whether a fact raises or lowers the risk; by the rule of days without an order it does neither, it is what counts. */
const wayOf = (contribution: number) => {
  if (contribution === 0) return { icon: 'i-lucide-dot text-muted', way: 'worth.restsOn' } as const
  return contribution > 0
    ? ({ icon: 'i-lucide-arrow-up text-bad', way: 'worth.raises' } as const)
    : ({ icon: 'i-lucide-arrow-down text-good', way: 'worth.lowers' } as const)
}

/** How often it came true on unseen days of customers of whom about as much was said. */
function HeldRisk(props: { readonly row: Risk; readonly churn: Churn }) {
  const t = useText()
  const format = useFormat()
  const alike = () => likeIt(props.churn.evaluation?.calibration ?? [], props.row.churn_probability)
  return (
    <p class="hint">
      {t('worth.riskMeans', { days: props.churn.horizon_days })}{' '}
      <Show when={alike()} fallback={t('worth.heldNone')}>
        {(band) =>
          t('worth.riskHeld', {
            customers: format().number(band().count),
            said: format().percent(band().predicted, 0),
            left: format().percent(band().actual, 0),
          })
        }
      </Show>
    </p>
  )
}

/** The risk of leaving, what raises and lowers it, and the next order by the own rhythm. */
function RiskFacts(props: { readonly row: Risk; readonly churn: Churn }) {
  const t = useText()
  const format = useFormat()
  const next = () => props.row.next_order ?? undefined
  const range = () => {
    const { from, to } = next() ?? {}
    return from && to ? t('worth.nextRange', { from: format().day(from), to: format().day(to) }) : undefined
  }
  const reasons = () =>
    props.row.reasons.slice(0, 5).map((reason) => ({
      ...wayOf(reason.contribution),
      words: writeFeature(t, format(), reason, props.churn.currency ?? 'XXX'),
    }))
  return (
    <>
      <dl class="grid gap-3 grid-cols-2 border-t border-line pt-3">
        <Fact
          label={t('worth.probability')}
          value={format().percent(props.row.churn_probability, 0)}
          hint={t(`worth.band_${props.row.band}`)}
        />
        <Fact
          label={t('worth.nextOrder')}
          value={next() ? format().day(next()?.date) : t('worth.noNext')}
          hint={range()}
        />
      </dl>
      <HeldRisk row={props.row} churn={props.churn} />
      <Show when={reasons().length > 0}>
        <div>
          <h3 class="text-sm font-medium">{t('worth.because')}</h3>
          <ul class="flex flex-col gap-1 text-sm pt-1">
            <For each={reasons()}>
              {(reason) => (
                <li class="flex items-start gap-2">
                  <span class={`mt-0.5 ${reason.icon}`} role="img" aria-label={t(reason.way)} />
                  {reason.words}
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </>
  )
}

/** Worth, risk and next order of one customer. The models are the whole shop's: trained the first time, with progress and a way to stop, and remembered. */
export function Outlook(props: { readonly customer: CustomerProfile }) {
  const t = useText()
  const shop = useShop()
  const { currency } = props.customer
  const one = () => ({ customer_id: props.customer.customer_id, limit: 1, currency })
  const key = () => [shop.version(), props.customer.customer_id]
  const worth = createAnalysis(key, (asking) =>
    shop.client.run(getClv, { ...one(), horizon_days: DAYS }, asking),
  )
  const risk = createAnalysis(key, (asking) => shop.client.run(getChurn, one(), asking))
  return (
    <TitledCard id="outlook" title={t('worth.profileWorth')}>
      <AnalysisPart analysis={worth}>
        {(answer) => (
          <Show when={answer().customers.items[0]}>
            {(row) => <WorthFacts row={row()} currency={currency} />}
          </Show>
        )}
      </AnalysisPart>
      <AnalysisPart analysis={risk}>
        {(answer) => (
          <Show when={answer().customers.items[0]}>
            {(row) => <RiskFacts row={row()} churn={answer()} />}
          </Show>
        )}
      </AnalysisPart>
    </TitledCard>
  )
}
