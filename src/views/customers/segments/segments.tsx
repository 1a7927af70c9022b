import { useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { getRfm } from '../../../api/customer-analytics.ts'
import { addDays, isDay } from '../../../model/day.ts'
import { Field, TextInput } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import { AnalysisPart, Basis, createAnalysis } from '../analysis.tsx'
import { Clusters } from './clusters.tsx'
import { Migration } from './migration.tsx'
import { Scores } from './scores.tsx'
import { SegmentCard } from './segment-card.tsx'
import type { Rfm } from './answer.ts'

const BACK = ['30', '90', '180', '365'] as const
const NONE = '0'

/** Day and comparison, kept in the address. */
function useDays() {
  const shop = useShop()
  const [params, setParams] = useSearchParams()
  const asOf = () => (isDay(String(params['as_of'] ?? '')) ? String(params['as_of']) : shop.today())
  const back = () => BACK.find((days) => days === params['back']) ?? (params['back'] === NONE ? NONE : '90')
  return {
    asOf,
    back,
    compareTo: () => (back() === NONE ? undefined : addDays(asOf(), -Number(back()))),
    setAsOf: (day: string) => setParams({ as_of: day || null }, { scroll: false }),
    setBack: (days: string) => setParams({ back: days === '90' ? null : days }, { scroll: false }),
  }
}

function Choices(props: { readonly days: ReturnType<typeof useDays> }) {
  const t = useText()
  const choices = () => [
    { value: NONE, label: t('analysis.compareNone') },
    ...BACK.map((value) => ({ value, label: t('analysis.compareDays', { n: Number(value) }) })),
  ]
  return (
    <div class="flex flex-wrap gap-4">
      <Field label={t('analysis.asOf')}>
        {(attributes) => (
          <TextInput
            {...attributes}
            type="date"
            value={props.days.asOf()}
            onInput={() => {}}
            onChange={(event) => props.days.setAsOf(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={t('analysis.compareWith')}>
        {(attributes) => (
          <Select
            {...attributes}
            value={props.days.back()}
            choices={choices()}
            onChange={props.days.setBack}
          />
        )}
      </Field>
    </div>
  )
}

function Found(props: { readonly rfm: Rfm; readonly compared: boolean }) {
  const t = useText()
  return (
    <>
      <Basis head={props.rfm} how={t('analysis.howRfm')} />
      <Show when={props.rfm.customers_known > 0}>
        <section class="flex flex-col gap-3" aria-labelledby="segments">
          <header>
            <h2 id="segments" class="section-title">
              {t('analysis.segments')}
            </h2>
            <p class="hint">{t('analysis.segmentsHint')}</p>
          </header>
          <div class="grid gap-4 grid-cols-[repeat(auto-fill,minmax(min(19rem,100%),1fr))]">
            <For each={props.rfm.segments}>
              {(segment) => <SegmentCard segment={segment} currency={props.rfm.currency ?? 'XXX'} />}
            </For>
          </div>
        </section>
        <Migration rfm={props.rfm} compared={props.compared} />
        <Clusters asOf={props.rfm.as_of ?? ''} />
        <Scores rfm={props.rfm} />
      </Show>
    </>
  )
}

/** Who is who by recency, frequency and value: segments with what to do, scores, and who moved. */
export function Segments() {
  const shop = useShop()
  const days = useDays()
  const compareTo = () => {
    const day = days.compareTo()
    return day && day >= (shop.span().first ?? day) ? day : undefined
  }
  const rfm = createAnalysis(
    () => [shop.version(), days.asOf(), compareTo()],
    ({ signal }) =>
      shop.client.run(
        getRfm,
        { as_of: days.asOf(), ...(compareTo() ? { compare_to: compareTo() } : {}), limit: 1 },
        { signal },
      ),
  )
  return (
    <div class="flex flex-col gap-6">
      <Choices days={days} />
      <AnalysisPart analysis={rfm}>
        {(answer) => <Found rfm={answer()} compared={days.compareTo() !== undefined} />}
      </AnalysisPart>
    </div>
  )
}
