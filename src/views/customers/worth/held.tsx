import { For, Show } from 'solid-js'
import { CalibrationPlot } from '../../../ui/calibration-plot.tsx'
import type { CalibrationBand } from '../../../ui/calibration-plot.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import type { Clv } from './answer.ts'

type Held = NonNullable<Clv['holdout']>

const CELL = 'border-t border-line py-1.5 pl-3 first:pl-0'

interface FiguresProps {
  readonly held: Held
  readonly currency: string
}

interface MeasureProps {
  readonly name: string
  /** What the simple rule says of it. */
  readonly naive?: string | undefined
  readonly predicted: string
  /** 80 % interval of what was predicted. */
  readonly range?: string
  /** None where the measure has no real side: an error, a share. */
  readonly actual?: string
}

function Measure(props: MeasureProps) {
  const t = useText()
  return (
    <tr>
      <th scope="row" class={`text-left font-normal ${CELL}`}>
        {props.name}
        <Show when={props.naive}>
          {(naive) => <span class="block hint">{t('worth.naive', { value: naive() })}</span>}
        </Show>
      </th>
      <td class={`text-right align-top ${CELL}`}>
        {props.predicted}
        <Show when={props.range}>{(range) => <span class="block hint">{range()}</span>}</Show>
      </td>
      <td class={`text-right align-top ${CELL}`}>{props.actual}</td>
    </tr>
  )
}

/** Predicted beside real, and the simple rule beside both. */
function Figures(props: FiguresProps) {
  const t = useText()
  const format = useFormat()
  const number = (value: number) => format().number(value, value < 10 ? 3 : 0)
  const money = (value: number) => format().money(value, props.currency)
  const short = (value: number) => format().compactMoney(value, props.currency)
  const range = ([low, high]: readonly [number, number], write: (value: number) => string) =>
    t('worth.interval', { low: write(low), high: write(high) })
  return (
    <table class="w-full figures text-sm">
      <thead>
        <tr class="text-muted text-right">
          <th scope="col" class="text-left font-medium py-1.5">
            {t('worth.measure')}
          </th>
          <th scope="col" class="font-medium py-1.5">
            {t('worth.predicted')}
          </th>
          <th scope="col" class="font-medium py-1.5">
            {t('worth.actual')}
          </th>
        </tr>
      </thead>
      <tbody>
        <Measure
          name={t('worth.ordersInDays')}
          range={range(props.held.orders_interval, number)}
          naive={number(props.held.naive_orders)}
          predicted={number(props.held.predicted_orders)}
          actual={number(props.held.actual_orders)}
        />
        <Measure
          name={t('worth.valueInDays')}
          range={range(props.held.value_interval, short)}
          predicted={money(props.held.predicted_value)}
          actual={money(props.held.actual_value)}
        />
        <Measure
          name={t('worth.buyersInDays')}
          predicted={number(props.held.predicted_buyers)}
          actual={number(props.held.actual_buyers)}
        />
        <Measure
          name={t('worth.errorPerCustomer')}
          naive={number(props.held.naive_rmse)}
          predicted={number(props.held.rmse)}
        />
        <Measure
          name={t('worth.absoluteError')}
          naive={number(props.held.naive_mae)}
          predicted={number(props.held.mae)}
        />
        <Measure name={t('worth.coverage')} predicted={format().percent(props.held.coverage_80)} />
      </tbody>
    </table>
  )
}

/** Groups by what was predicted, as a picture and as a table. */
export function Calibration(props: {
  readonly bands: readonly CalibrationBand[]
  readonly format: (value: number) => string
}) {
  const t = useText()
  const format = useFormat()
  return (
    <div class="flex flex-wrap gap-6 items-start">
      <div class="grow basis-56 max-w-80">
        <CalibrationPlot
          label={t('worth.calibration')}
          predicted={t('worth.predicted')}
          actual={t('worth.actual')}
          bands={props.bands}
          format={props.format}
        />
      </div>
      <div class="grow basis-56">
        <h3 class="font-medium">{t('worth.calibration')}</h3>
        <p class="hint">{t('worth.calibrationHint')}</p>
        <table class="w-full figures text-sm mt-2">
          <thead>
            <tr class="text-muted text-right">
              <th scope="col" class="text-left font-medium py-1">
                {t('worth.band')}
              </th>
              <th scope="col" class="font-medium py-1">
                {t('worth.predicted')}
              </th>
              <th scope="col" class="font-medium py-1">
                {t('worth.actual')}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.bands}>
              {(band) => (
                <tr>
                  <th scope="row" class="text-left font-normal border-t border-line py-1">
                    {format().number(band.count)}
                  </th>
                  <td class="text-right border-t border-line py-1">{props.format(band.predicted)}</td>
                  <td class="text-right border-t border-line py-1">{props.format(band.actual)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** How well the prediction held on days that the fit had not seen. */
export function HowItHeld(props: { readonly clv: Clv }) {
  const t = useText()
  const format = useFormat()
  const facts = (held: Held) => ({
    days: held.days,
    from: format().day(held.from),
    to: format().day(held.to),
    customers: format().number(held.customers),
  })
  return (
    <section class="card-pad flex flex-col gap-4" aria-labelledby="held">
      <h2 id="held" class="section-title">
        {t('worth.held')}
      </h2>
      <Show when={props.clv.holdout} fallback={<p class="hint">{t('worth.heldNone')}</p>}>
        {(held) => (
          <>
            <p class="hint max-w-[80ch]">
              {t('worth.heldHint', facts(held()))} {t('worth.naiveHint')}
            </p>
            <Figures held={held()} currency={props.clv.currency ?? 'XXX'} />
            <Calibration
              bands={held().calibration}
              format={(value) => format().number(value, value < 10 ? 2 : 0)}
            />
          </>
        )}
      </Show>
    </section>
  )
}
