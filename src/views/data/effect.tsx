import { For, Show } from 'solid-js'
import type { EffectAnswer } from '../../api/import-effect.ts'
import type { Column } from '../../ui/table/columns.ts'
import { Table } from '../../ui/table/table.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { TitledCard } from '../../ui/titled-card.tsx'

type Month = EffectAnswer['months'][number]
type Order = EffectAnswer['examples']['orders'][number]

/** What the files hold, in one line for each currency. */
function Held(props: { readonly effect: EffectAnswer }) {
  const t = useText()
  const format = useFormat()
  return (
    <For each={props.effect.held}>
      {(held) => (
        <p class="figures">
          {t('effect.held', {
            n: held.orders,
            gross: format().money(held.gross_sales, held.currency),
            net: format().money(held.net_sales, held.currency),
            days: format().dayRange(held.first_day, held.last_day),
          })}
        </p>
      )}
    </For>
  )
}

const FIGURES = [
  ['gross_sales', 'money'],
  ['net_sales', 'money'],
  ['orders', 'number'],
] as const

/** The main figures of the workspace before and after. */
function Totals(props: { readonly effect: EffectAnswer }) {
  const t = useText()
  const format = useFormat()
  const write = (kind: 'money' | 'number', value: number, currency: string) =>
    kind === 'money' ? format().money(value, currency) : format().number(value)
  return (
    <For each={props.effect.totals}>
      {(total) => (
        <dl class="grid grid-cols-1 lg:grid-cols-3 gap-x-6 gap-y-2">
          <For each={FIGURES}>
            {([figure, kind]) => (
              <div>
                <dt class="text-sm text-muted">{t(`metrics.${figure}.name`)}</dt>
                <dd class="figures">
                  {write(kind, total.before[figure], total.currency)}{' '}
                  <span class="i-lucide-arrow-right text-muted" role="img" aria-label={t('effect.becomes')} />{' '}
                  <strong class="font-semibold">{write(kind, total.after[figure], total.currency)}</strong>
                </dd>
              </div>
            )}
          </For>
        </dl>
      )}
    </For>
  )
}

function Months(props: { readonly months: readonly Month[] }) {
  const t = useText()
  const format = useFormat()
  const money = (key: string, side: 'before' | 'after', label: string): Column<Month> => ({
    key,
    label,
    kind: 'money',
    value: (row) => row[side].net_sales,
    show: (row) => format().money(row[side].net_sales, row.currency),
  })
  const columns = (): readonly Column<Month>[] => [
    {
      key: 'month',
      label: t('dashboard.month'),
      value: (row) => row.month,
      show: (row) => format().month(row.month),
    },
    money('net_before', 'before', t('effect.netBefore')),
    money('net_after', 'after', t('effect.netAfter')),
    {
      key: 'orders_before',
      label: t('effect.ordersBefore'),
      kind: 'number',
      value: (row) => row.before.orders,
    },
    { key: 'orders_after', label: t('effect.ordersAfter'), kind: 'number', value: (row) => row.after.orders },
  ]
  return (
    <details>
      <summary class="text-muted w-fit">{t('effect.months', { n: props.months.length })}</summary>
      <div class="mt-2">
        <Table
          title={t('effect.monthsTitle')}
          untitled
          columns={columns()}
          rows={props.months}
          height="max-h-80"
        />
      </div>
    </details>
  )
}

/** Some of the orders and products that would change, with what. */
function Examples(props: { readonly effect: EffectAnswer }) {
  const t = useText()
  const format = useFormat()
  const updated = () => props.effect.examples.orders.filter(({ fate }) => fate === 'updated')
  const words = (order: Order) => {
    const amounts = {
      order: order.order_id,
      before: format().money(order.net_before, order.currency),
      after: format().money(order.net_after, order.currency),
    }
    const status =
      order.status_before === order.status_after
        ? ''
        : ` · ${order.status_before ?? '–'} → ${order.status_after ?? '–'}`
    return `${t('effect.orderChange', amounts)}${status}`
  }
  return (
    <Show when={updated().length + props.effect.examples.products.length > 0}>
      <details>
        <summary class="text-muted w-fit">{t('effect.examples')}</summary>
        <ul class="mt-2 flex flex-col gap-1 figures">
          <For each={updated()}>{(order) => <li>{words(order)}</li>}</For>
          <For each={props.effect.examples.products}>
            {(product) => (
              <li>
                {t('effect.productChange', {
                  product: product.product_id,
                  field: product.field,
                  before: product.before ?? '–',
                  after: product.after,
                })}
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  )
}

/** What an import would do to the main figures, before it is stored. */
export function Effect(props: { readonly effect: EffectAnswer }) {
  const t = useText()
  return (
    <TitledCard id="import-effect" level={3} title={t('effect.title')}>
      <Held effect={props.effect} />
      <Totals effect={props.effect} />
      <Show when={props.effect.months.length > 0}>
        <Months months={props.effect.months} />
      </Show>
      <Examples effect={props.effect} />
      <p class="hint">{t('effect.neverRemoved')}</p>
    </TitledCard>
  )
}
