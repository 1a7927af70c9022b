import { Match, Show, Switch } from 'solid-js'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import { REACH } from '../address.ts'
import { RunningCard } from '../running-card.tsx'
import { Failed } from '../states.tsx'
import { spanOf } from '../words.ts'
import { createDemand, createShopUnits, type Demand, type ProductDemand } from './data.ts'
import { createDemandRun, demandFailure, demandJob } from './run.ts'
import { CategoriesTable, isOthers, modelOf, ProductsTable } from './tables.tsx'

export interface DemandProps {
  readonly days: number
  readonly onDays: (days: number) => void
  /** Shows the forecast of one product. */
  readonly onProduct: (productId: string) => void
}

const LEVELS = ['shop', 'category', 'product'] as const

/** Products brought to the shop's forecast: from how much, and what to do where that page has another number by now. */
function Brought(props: { readonly demand: Demand; readonly days: number; readonly onAnew: () => void }) {
  const t = useText()
  const format = useFormat()
  const shopUnits = createShopUnits(() => props.days)
  const whole = (units: number) => format().number(units, 0)
  const own = () => (props.demand.reconciliation.top ? props.demand.reconciliation.own : undefined)
  const other = () => {
    const known = shopUnits.state === 'ready' || shopUnits.state === 'refreshing'
    const now = known ? shopUnits.latest : undefined
    return now && Math.abs(now.units - props.demand.shop_units) >= 0.5 ? now : undefined
  }
  return (
    <>
      <Show when={own()}>
        {(units) => (
          <p class="text-pretty">
            {t('demand.brought', {
              own: whole(units()),
              change: format().change(props.demand.shop_units / units() - 1),
            })}
          </p>
        )}
      </Show>
      <Show when={other()}>
        {(now) => (
          <div class="flex flex-wrap items-center gap-3" role="status">
            <p class="text-pretty">
              {t('demand.otherwise', {
                units: whole(now().units),
                model: modelOf(t, now().model),
                sum: whole(props.demand.shop_units),
              })}
            </p>
            <Button icon="i-lucide-refresh-cw" onClick={() => props.onAnew()}>
              {t('demand.anew')}
            </Button>
          </div>
        )}
      </Show>
    </>
  )
}

/** The sum, when it was made, and what it cost to make all levels agree. */
function Sum(props: {
  readonly demand: Demand
  readonly period: string
  readonly days: number
  readonly onAnew: () => void
}) {
  const t = useText()
  const format = useFormat()
  const shop = useShop()
  const gains = () =>
    LEVELS.flatMap((level) => {
      const gain = props.demand.reconciliation.gain.find((one) => one.level === level)
      const change = gain && gain.before > 0 ? gain.after / gain.before - 1 : undefined
      return change === undefined ? [] : [`${t(`demand.level_${level}`)} ${format().change(change)}`]
    })
  return (
    <section
      class="card p-5 lt-lg:p-4 flex flex-col gap-2"
      aria-label={t('demand.expected', { period: props.period })}
    >
      <h2 class="text-base font-medium text-muted">{t('demand.expected', { period: props.period })}</h2>
      <p data-figure="demand" class="text-[2.25rem] leading-[2.75rem] font-semibold figures">
        {format().number(props.demand.shop_units, 0)}
      </p>
      <p class="text-pretty">
        {gains().length > 0 ? t('demand.agree', { changes: gains().join('; ') }) : t('demand.agreeUntested')}
      </p>
      <Brought demand={props.demand} days={props.days} onAnew={props.onAnew} />
      <p class="hint">
        {t('demand.made', { at: format().instant(props.demand.made_at, shop.timeZone() ?? undefined) })}
      </p>
    </section>
  )
}

function Found(props: DemandProps & { readonly demand: Demand; readonly onAnew: () => void }) {
  const t = useText()
  const format = useFormat()
  const period = () => format().dayRange(props.demand.from, props.demand.to)
  const open = (item: ProductDemand) => {
    if (!isOthers(item)) props.onProduct(item.product_id)
  }
  return (
    <>
      <Sum demand={props.demand} period={period()} days={props.days} onAnew={props.onAnew} />
      <ProductsTable
        demand={props.demand}
        title={t('demand.title', { period: period() })}
        days={props.days}
        onOpen={open}
      />
      <Show when={props.demand.categories.length > 1}>
        <CategoriesTable demand={props.demand} />
      </Show>
    </>
  )
}

/** The units that each product will sell: asked for, running, or there. */
export function DemandView(props: DemandProps) {
  const t = useText()
  const shop = useShop()
  const found = createDemand(() => props.days)
  const start = createDemandRun()
  const span = () => spanOf(t, props.days, 'D')
  const run = () => void start(props.days)
  const failure = () => {
    const fallen = demandFailure()
    return fallen?.workspace === shop.client.session.current().row.id ? fallen.failure : undefined
  }
  const known = () => (found.state === 'ready' || found.state === 'refreshing' ? found.latest : undefined)
  return (
    <>
      <section class="card-pad flex flex-wrap items-end gap-x-5 gap-y-4" aria-label={t('forecast.horizon')}>
        <div class="flex flex-col items-start gap-1.5">
          <span class="label">{t('forecast.horizon')}</span>
          <Segmented
            label={t('forecast.horizon')}
            value={String(props.days)}
            choices={REACH.D.offered.map((days) => ({ value: String(days), label: spanOf(t, days, 'D') }))}
            onChange={(days) => props.onDays(Number(days))}
          />
        </div>
      </section>
      <Show when={demandJob()}>{(job) => <RunningCard job={job()} />}</Show>
      <Show when={failure()}>{(fault) => <Failed failure={fault()} frequency="D" onTrain={run} />}</Show>
      <Switch>
        <Match when={known()}>{(demand) => <Found {...props} demand={demand()} onAnew={run} />}</Match>
        <Match when={found.state === 'pending' || demandJob()}>
          <Skeleton class="h-64 rounded-card" />
        </Match>
        <Match when={!failure()}>
          <div class="card">
            <EmptyState
              icon="i-lucide-trending-up"
              title={t('demand.noneTitle', { span: span() })}
              detail={t('demand.noneDetail')}
              action={
                <Button look="primary" icon="i-lucide-trending-up" onClick={run}>
                  {t('demand.make', { span: span() })}
                </Button>
              }
            />
          </div>
        </Match>
      </Switch>
    </>
  )
}
