import { For, Show } from 'solid-js'
import { CalibrationPlot } from '../../../ui/calibration-plot.tsx'
import type { CalibrationBand } from '../../../ui/calibration-plot.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import type { Clv } from './worth.tsx'

type Held = NonNullable<Clv['holdout']>

const CELL = 'border-t border-line py-1.5'

interface FiguresProps {
  readonly held: Held
  readonly currency: string
}

/** Predicted beside real, and the simple rule beside both. */
function Figures(props: FiguresProps) {
  const t = useText()
  const format = useFormat()
  const number = (value: number) => format().number(value, value < 10 ? 2 : 0)
  const money = (value: number) => format().money(value, props.currency)
  const rows = () => [
    {
      name: t('worth.ordersInDays'),
      predicted: number(props.held.predicted_orders),
      actual: number(props.held.actual_orders),
      naive: number(props.held.naive_orders),
    },
    {
      name: t('worth.valueInDays'),
      predicted: money(props.held.predicted_value),
      actual: money(props.held.actual_value),
      naive: undefined,
    },
  ]
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
        <For each={rows()}>
          {(row) => (
            <tr>
              <th scope="row" class={`text-left font-normal ${CELL}`}>
                {row.name}
                <Show when={row.naive}>
                  {(naive) => <span class="block hint">{t('worth.naive', { value: naive() })}</span>}
                </Show>
              </th>
              <td class={`text-right align-top ${CELL}`}>{row.predicted}</td>
              <td class={`text-right align-top ${CELL}`}>{row.actual}</td>
            </tr>
          )}
        </For>
        <tr>
          <th scope="row" class={`text-left font-normal ${CELL}`}>
            {t('worth.errorPerCustomer')}
            <span class="block hint">
              {t('worth.naive', { value: format().number(props.held.naive_mae, 3) })}
            </span>
          </th>
          <td class={`text-right align-top ${CELL}`} colspan={2}>
            {format().number(props.held.mae, 3)}
          </td>
        </tr>
        <tr>
          <th scope="row" class={`text-left font-normal ${CELL}`}>
            {t('worth.coverage')}
          </th>
          <td class={`text-right ${CELL}`} colspan={2}>
            {format().percent(props.held.coverage_80)}
          </td>
        </tr>
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
