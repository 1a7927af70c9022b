import { For, Show, createSignal } from 'solid-js'
import type { AnswerOf } from '../../../api/client.ts'
import { trainCustomerSegmentation } from '../../../api/customer-analytics.ts'
import { SEGMENTS } from '../../../analytics/customers/segment-rule.ts'
import { Button } from '../../../ui/button.tsx'
import { HeatTable } from '../../../ui/heat-table.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import { AnalysisPart, Basis, createAnalysis } from '../analysis.tsx'

type Segmentation = AnswerOf<typeof trainCustomerSegmentation>

/** How clean and how steady the groups are, and how far they agree with the rule. */
function Quality(props: { readonly found: Segmentation }) {
  const t = useText()
  const format = useFormat()
  const facts = () => [
    [
      t('clusters.silhouette'),
      format().number(props.found.silhouette, 2),
      t('clusters.silhouetteHint', {
        all: format().number(props.found.silhouette_of_features, 2),
        share: format().percent(props.found.components?.share ?? 1, 0),
      }),
    ],
    [
      t('clusters.stability'),
      format().number(props.found.stability?.mean ?? null, 2),
      t('clusters.stabilityHint', { n: props.found.stability?.seeds ?? 0 }),
    ],
    [t('clusters.agreement'), format().percent(props.found.agreement.share), t('clusters.agreementHint')],
  ]
  return (
    <dl class="grid gap-4 lg:grid-cols-3">
      <For each={facts()}>
        {([label, value, hint]) => (
          <div>
            <dt class="hint">{label}</dt>
            <dd class="text-xl font-semibold figures">{value}</dd>
            <dd class="hint">{hint}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}

/** Each group by its typical customer. */
function Groups(props: { readonly found: Segmentation }) {
  const t = useText()
  const format = useFormat()
  const cell = 'border-t border-line py-1.5 text-right'
  const heads = () => [
    t('customers.title'),
    t('worth.daysSince'),
    t('customers.orders'),
    t('customers.netSales'),
    t('worth.feature_tenure_days'),
  ]
  return (
    <div class="overflow-x-auto" tabindex="0" role="group" aria-label={t('clusters.groups')}>
      <table class="w-full text-sm figures">
        <caption class="text-left hint pb-1">{t('clusters.groups')}</caption>
        <thead>
          <tr class="text-muted text-right">
            <th scope="col" class="text-left font-medium py-1.5">
              {t('analysis.segment')}
            </th>
            <For each={heads()}>
              {(head) => (
                <th scope="col" class="font-medium py-1.5 pl-3">
                  {head}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.found.clusters}>
            {(cluster) => (
              <tr>
                <th scope="row" class="text-left font-medium border-t border-line py-1.5">
                  {t(`analysis.segment_${cluster.name}`)}
                </th>
                <td class={cell}>{format().number(cluster.count)}</td>
                <td class={cell}>{format().number(cluster.typical.days_since_order)}</td>
                <td class={cell}>{format().number(cluster.typical.orders, 1)}</td>
                <td class={cell}>
                  {format().money(cluster.typical.net_sales, props.found.currency ?? 'XXX')}
                </td>
                <td class={cell}>{format().number(cluster.typical.tenure_days)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function Found(props: { readonly found: Segmentation }) {
  const t = useText()
  const format = useFormat()
  const at = (segment: string, rule: string) =>
    props.found.agreement.cells.find((cell) => cell.segment === segment && cell.by_rule === rule)?.count ?? 0
  return (
    <>
      <Basis head={props.found} how={t('clusters.how')} />
      <Show when={props.found.method === 'kmeans'} fallback={<p>{t('clusters.byRule')}</p>}>
        <Quality found={props.found} />
        <Groups found={props.found} />
        <div class="flex flex-col gap-1">
          <h3 class="font-medium">{t('clusters.against')}</h3>
          <HeatTable
            caption={t('clusters.against')}
            rowHead={t('clusters.group')}
            rows={SEGMENTS.map((name) => t(`analysis.segment_${name}`))}
            columns={SEGMENTS.map((name) => t(`analysis.segment_${name}`))}
            values={SEGMENTS.map((segment) => SEGMENTS.map((rule) => at(segment, rule)))}
            format={(value) => format().number(value)}
          />
        </div>
        <p class="hint figures">
          {t('clusters.scan')}:{' '}
          {props.found.scan
            .map(({ k, silhouette }) => `${k} → ${format().number(silhouette, 2)}`)
            .join(' · ')}
        </p>
      </Show>
    </>
  )
}

/** Groups that the data form by themselves, beside the segments by rule. */
export function Clusters(props: { readonly asOf: string }) {
  const t = useText()
  const shop = useShop()
  const [asked, setAsked] = createSignal(false)
  const found = createAnalysis(
    () => (asked() ? [shop.version(), props.asOf] : undefined),
    (asking) => shop.client.run(trainCustomerSegmentation, { as_of: props.asOf }, asking),
  )
  return (
    <section class="card-pad flex flex-col gap-4" aria-labelledby="clusters">
      <header class="flex flex-wrap items-start gap-3">
        <div class="grow">
          <h2 id="clusters" class="section-title">
            {t('clusters.title')}
          </h2>
          <p class="hint max-w-[80ch]">{t('clusters.hint')}</p>
        </div>
        <Show when={!asked()}>
          <Button icon="i-lucide-shapes" onClick={() => setAsked(true)}>
            {t('clusters.find')}
          </Button>
        </Show>
      </header>
      <Show when={asked()}>
        <AnalysisPart analysis={found}>{(answer) => <Found found={answer()} />}</AnalysisPart>
      </Show>
    </section>
  )
}
