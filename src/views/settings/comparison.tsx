import { For, Show } from 'solid-js'
import { PRESET_NAMES } from '../../model/definitions.ts'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { type Compared, pairWriter, unitOf } from './compared.ts'
import { ComparisonRows } from './comparison-rows.tsx'
import { Fact } from './section.tsx'

interface Part {
  readonly compared: Compared
  readonly write: ReturnType<typeof pairWriter>
}

/** How much more or less net sales there are here, and the causes, which together are all of it. */
function Causes(props: Part) {
  const t = useText()
  const net = () => props.compared.figures.find(({ metric }) => metric === 'net_sales')?.difference ?? null
  const whole = () => {
    const difference = net()
    if (props.compared.empty_there) return t('sharing.emptyThere')
    const { currency, their_currency } = props.compared
    if (difference === null)
      return t('sharing.notComparable', { mine: currency ?? '–', theirs: their_currency ?? '–' })
    if (difference === 0) return t('sharing.equal')
    const amount = props.write.value('money', Math.abs(difference))
    return t(difference > 0 ? 'sharing.more' : 'sharing.less', { amount })
  }
  return (
    <section class="flex flex-col gap-2" aria-label={t('sharing.why')}>
      <p class="text-lg font-medium">{whole()}</p>
      <Show when={props.compared.causes.length > 0}>
        <h3 class="label">{t('sharing.why')}</h3>
        <ul class="flex flex-col gap-1">
          <For each={props.compared.causes}>
            {(cause) => (
              <li class="flex justify-between gap-4">
                <span>
                  {t(`sharing.cause_${cause.code}`)}
                  <Show when={cause.orders !== null}>
                    <span class="text-muted"> · {t('sharing.orders', { n: cause.orders ?? 0 })}</span>
                  </Show>
                </span>
                <span class="figures whitespace-nowrap">
                  {props.write.difference('money', cause.net_sales)}
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

/** What both sides have in common, where their orders could be compared, and the settings that are not the same. */
function Facts(props: { readonly compared: Compared }) {
  const t = useText()
  const format = useFormat()
  const written = ({ name }: Compared['settings'][number], value: string | null) => {
    const preset = name === 'preset' ? PRESET_NAMES.find((known) => known === value) : undefined
    return preset ? t(`counts.preset_${preset}`) : (value ?? '–')
  }
  return (
    <dl class="flex flex-col gap-1">
      <Show when={props.compared.currency === props.compared.their_currency}>
        <Fact name={t('sharing.same')}>{format().number(props.compared.same_orders)}</Fact>
      </Show>
      <Show when={props.compared.other_status > 0}>
        <Fact name={t('sharing.status')}>{format().number(props.compared.other_status)}</Fact>
      </Show>
      <For each={props.compared.settings}>
        {(setting) => (
          <Fact name={t(`sharing.set_${setting.name}`)}>
            {t('sharing.mine')}: {written(setting, setting.mine)} · {t('sharing.theirs')}:{' '}
            {written(setting, setting.theirs)}
          </Fact>
        )}
      </For>
    </dl>
  )
}

/** The figures of both sides, by whole and by month, and where their difference comes from. */
export function Comparison(props: { readonly compared: Compared }) {
  const t = useText()
  const format = useFormat()
  const write = () => {
    const { currency, their_currency } = props.compared
    const currencies = { mine: currency ?? 'XXX', theirs: their_currency ?? 'XXX' }
    return pairWriter(format(), currencies, (n) => t('sharing.points', { n }))
  }
  const figures = () =>
    props.compared.figures.map(({ metric, ...pair }) => ({
      ...pair,
      name: t(`metrics.${metric}.name`),
      unit: unitOf(metric),
    }))
  const months = () =>
    props.compared.months.map(({ month, net_sales }) => ({
      ...net_sales,
      name: format().shortMonth(month),
      unit: 'money' as const,
    }))
  const orders = () =>
    props.compared.orders.map(({ order_id, day, mine, theirs }) => ({
      name: `${order_id} · ${format().day(day)}`,
      unit: 'money' as const,
      mine,
      theirs,
      difference: (mine ?? 0) - (theirs ?? 0),
    }))
  return (
    <div class="flex flex-col gap-5">
      <Causes compared={props.compared} write={write()} />
      <Facts compared={props.compared} />
      <ComparisonRows
        title={t('sharing.compared')}
        first={t('sharing.figure')}
        rows={figures()}
        write={write()}
      />
      <ComparisonRows
        title={t('sharing.months')}
        first={t('sharing.month')}
        rows={months()}
        write={write()}
      />
      <ComparisonRows
        title={t('sharing.differing')}
        first={t('sharing.order')}
        rows={orders()}
        write={write()}
      />
    </div>
  )
}
