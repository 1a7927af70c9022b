import { For, Show, createResource } from 'solid-js'
import type { JSX } from 'solid-js'
import { listMetrics } from '../../api/dashboard.ts'
import type { DictionaryAnswer, SummaryAnswer } from '../../api/dashboard-schemas.ts'
import type { MetricName } from '../../model/metric.ts'
import { Button } from '../../ui/button.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import type { Translate } from '../../ui/text/translate.ts'
import { useShop } from '../shop.tsx'
import { writePeriod } from './words.ts'

type Entry = DictionaryAnswer['items'][number]

function Fact(props: { readonly name: string; readonly children: JSX.Element }) {
  return (
    <div class="grid grid-cols-1 lg:grid-cols-[9rem_1fr] gap-x-4">
      <dt class="text-muted">{props.name}</dt>
      <dd class="text-pretty">{props.children}</dd>
    </div>
  )
}

/** The words for how a platform computes the same figure; those without words of ours are not shown. */
function variantWords(t: Translate, metric: MetricName, platform: string): string | undefined {
  const key = `dashboard.platform_${metric}_${platform}`
  const words = t(key as 'dashboard.platform_returns_shopify')
  return words === key ? undefined : words
}

const PLATFORMS: Readonly<Record<string, string>> = {
  shopify: 'Shopify',
  woocommerce: 'WooCommerce',
  vtex: 'VTEX',
  metorik: 'Metorik',
}

function Query(props: { readonly sql: readonly string[] }) {
  const t = useText()
  const notices = useNotices()
  const text = () => props.sql.join(';\n')
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => notices.show({ tone: 'good', title: t('parts.copied') }),
      () => notices.show({ tone: 'warn', title: t('parts.copyFailed') }),
    )
  return (
    <details>
      <summary class="text-muted w-fit">{t('dashboard.sql')}</summary>
      <div class="mt-2 flex flex-col gap-2 items-start">
        <p class="hint">{t('dashboard.sqlNote')}</p>
        <pre
          class="w-full max-h-60 overflow-auto whitespace-pre-wrap break-words rounded-control bg-sunken p-3 text-xs"
          tabindex="0"
        >
          {text()}
        </pre>
        <Button size="sm" icon="i-lucide-copy" onClick={() => void copy()}>
          {t('dashboard.copySql')}
        </Button>
      </div>
    </details>
  )
}

/** What a figure is: formula, exclusions, days and zone, notes, other platforms, and the query that makes it. */
export function FigureFacts(props: { readonly summary: SummaryAnswer; readonly metric: MetricName }) {
  const t = useText()
  const format = useFormat()
  const { client } = useShop()
  const [dictionary] = createResource(() => client.run(listMetrics, {}))
  const entry = (): Entry | undefined => {
    const answer = dictionary()
    return answer?.ok ? answer.value.items.find(({ metric }) => metric === props.metric) : undefined
  }
  const figure = () => props.summary.metrics[props.metric]
  const noteParams = () => {
    const { share, orders } = figure().note_params ?? {}
    return { share: format().percent(share), orders: format().number(orders) }
  }
  const variants = () =>
    (entry()?.platforms ?? []).flatMap(({ platform }) => {
      const words = variantWords(t, props.metric, platform)
      return words ? [{ name: PLATFORMS[platform] ?? platform, words }] : []
    })
  return (
    <div class="flex flex-col gap-3">
      <dl class="flex flex-col gap-2">
        <Fact name={t('dashboard.formula')}>{t(`metrics.${props.metric}.formula`)}</Fact>
        <Fact name={t('dashboard.exclusions')}>{t(`metrics.${props.metric}.exclusions`)}</Fact>
        <Fact name={t('dashboard.note')}>
          {t(`metrics.${props.metric}.note`)}
          <Show when={figure().note_code}>{(code) => <> {t(`metrics.note.${code()}`, noteParams())}</>}</Show>
          <Show when={figure().immature}> {t('dashboard.immatureLong')}</Show>
          <Show when={figure().estimated}> {t('dashboard.estimatedLong')}</Show>
        </Fact>
        <Fact name={t('dashboard.period')}>
          {writePeriod(format(), { from: props.summary.from ?? '', to: props.summary.to ?? '' })} ·{' '}
          {t('dashboard.inZone', { zone: props.summary.time_zone })}
        </Fact>
        <Show when={variants().length > 0}>
          <Fact name={t('dashboard.otherPlatforms')}>
            <ul>
              <For each={variants()}>
                {({ name, words }) => (
                  <li>
                    <strong class="font-medium">{name}:</strong> {words}
                  </li>
                )}
              </For>
            </ul>
          </Fact>
        </Show>
      </dl>
      <Show when={entry()}>{(known) => <Query sql={known().sql} />}</Show>
    </div>
  )
}
