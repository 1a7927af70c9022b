import { For, Show, createResource, createSignal } from 'solid-js'
import { type ClockEffectAnswer, getTimeZone, putTimeZone } from '../../api/time-zone.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { Table } from '../../ui/table/table.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { ZoneField } from '../../ui/zone-field.tsx'
import { useShop } from '../shop.tsx'
import { createAsking } from './asking.ts'
import { Section } from './section.tsx'

type MonthRow = ClockEffectAnswer['months'][number]

/** How many orders another clock moves, and which months change. */
function Effect(props: { readonly effect: ClockEffectAnswer }) {
  const t = useText()
  const format = useFormat()
  const amount = (key: 'before' | 'after'): Column<MonthRow> => ({
    key,
    label: t(`clock.${key}`),
    kind: 'money',
    currency: props.effect.currency ?? 'XXX',
    sortable: false,
    value: (row) => row[key],
  })
  const columns = (): readonly Column<MonthRow>[] => [
    {
      key: 'month',
      label: t('clock.month'),
      sortable: false,
      value: (row) => row.month.slice(0, 7),
      show: (row) => format().month(row.month),
    },
    amount('before'),
    amount('after'),
  ]
  const moves = () => ({ days: props.effect.moved_days, months: props.effect.moved_months })
  return (
    <>
      <p role="status">{moves().days > 0 ? t('clock.moves', moves()) : t('clock.none')}</p>
      <Show when={props.effect.months.length > 0}>
        <Table title={t('clock.effect')} columns={columns()} rows={props.effect.months} />
      </Show>
    </>
  )
}

interface ZoneState {
  readonly time_zone: string
  readonly orders: { readonly instant: number; readonly wall: number; readonly unknown: number }
  readonly files: readonly { readonly name: string; readonly stamps: string | null }[]
}

/** What the files say of the time: which orders follow the zone, and which stay where they are. */
function Stamps(props: { readonly state: ZoneState }) {
  const t = useText()
  const kinds = () => (['instant', 'wall', 'unknown'] as const).filter((kind) => props.state.orders[kind] > 0)
  return (
    <div class="flex flex-col gap-2">
      <ul class="flex flex-col gap-1">
        <For each={kinds()}>{(kind) => <li>{t(`clock.${kind}`, { n: props.state.orders[kind] })}</li>}</For>
      </ul>
      <p class="hint">{t('clock.rule')}</p>
      <Show when={props.state.files.length > 0}>
        <details>
          <summary class="text-muted w-fit">{t('clock.files')}</summary>
          <ul class="mt-2 flex flex-col gap-1">
            <For each={props.state.files}>
              {(file) => (
                <li class="flex flex-wrap gap-x-2">
                  <bdi class="break-all">{file.name}</bdi>
                  <span class="text-muted">
                    {t(`clock.stamps_${file.stamps ?? 'unknown'}` as 'clock.stamps_wall')}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </div>
  )
}

/** The zone, looked at with what it changes before it is applied. */
function ZoneChoice(props: { readonly zone: string; readonly onChanged: () => void }) {
  const t = useText()
  const shop = useShop()
  const asking = createAsking()
  const [chosen, setChosen] = createSignal<string>()
  const draft = () => (chosen() === props.zone ? undefined : chosen())
  const [preview] = createResource(draft, (time_zone) =>
    shop.client.run(putTimeZone, { time_zone, preview: true }),
  )
  const effect = () => {
    const answer = preview()
    return draft() && answer?.ok ? answer.value : undefined
  }
  const apply = async (time_zone: string) => {
    const before = props.zone
    const outcome = await asking.run(putTimeZone, { time_zone })
    if (!outcome.ok) return
    setChosen(undefined)
    props.onChanged()
    asking.notices.show({
      tone: 'good',
      title: t('clock.applied', { zone: time_zone }),
      undo: () => void apply(before),
    })
  }
  return (
    <div class="flex flex-col gap-3">
      <Field label={t('clock.zone')}>
        {(attributes) => (
          <ZoneField {...attributes} class="max-w-80" value={chosen() ?? props.zone} onChange={setChosen} />
        )}
      </Field>
      <Show when={draft()}>
        {(zone) => (
          <div class="flex flex-col gap-3" aria-live="polite" aria-busy={preview.loading}>
            <Show when={effect()} fallback={<Skeleton class="h-9" />}>
              {(found) => <Effect effect={found()} />}
            </Show>
            <div class="flex flex-wrap gap-2">
              <Button look="primary" busy={asking.busy()} onClick={() => void apply(zone())}>
                {t('clock.apply', { zone: zone() })}
              </Button>
              <Button onClick={() => setChosen(undefined)}>{t('clock.keep')}</Button>
            </div>
          </div>
        )}
      </Show>
    </div>
  )
}

/** The clock of the shop: what the files say of the time, and changing the zone later. */
export function ClockPart() {
  const t = useText()
  const shop = useShop()
  const [answer, { refetch }] = createResource(
    () => shop.version(),
    () => shop.client.run(getTimeZone, {}),
  )
  const known = () => {
    const latest = answer.latest
    return latest?.ok ? latest.value : undefined
  }
  return (
    <Section title={t('clock.title')} hint={t('clock.hint')}>
      <Show when={known()} fallback={<Skeleton class="h-9" />}>
        {(state) => (
          <>
            <Stamps state={state()} />
            <ZoneChoice zone={state().time_zone} onChanged={() => void refetch()} />
          </>
        )}
      </Show>
    </Section>
  )
}
