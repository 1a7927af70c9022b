import { A } from '@solidjs/router'
import { Show, createMemo } from 'solid-js'
import { RECONCILED } from '../../analytics/reconcile/counting.ts'
import type { SummaryAnswer } from '../../api/dashboard-schemas.ts'
import type { MetricName } from '../../model/metric.ts'
import { Change } from '../../ui/change.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { useRange } from '../range.ts'
import type { OpenFigure } from './address.ts'
import { FigureFacts } from './figure-facts.tsx'
import { FigureRows } from './figure-rows.tsx'
import { useChange } from './tiles.tsx'
import { writeCountry, writeFigure } from './words.ts'

export interface FigureSheetProps {
  readonly summary: SummaryAnswer
  readonly figure: OpenFigure | undefined
  /** Name of the key that the rows are limited to, where it is not the key itself. */
  readonly keyName: string | undefined
  readonly onClose: () => void
}

function Head(props: { readonly summary: SummaryAnswer; readonly figure: OpenFigure }) {
  const format = useFormat()
  const change = useChange()
  const figure = () => props.summary.metrics[props.figure.metric]
  return (
    <p class="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span class="text-figure font-semibold figures">
        {writeFigure(format(), figure().unit, figure().value, props.summary.currency)}
      </span>
      <Show when={change(props.summary, props.figure.metric)}>{(moved) => <Change {...moved()} />}</Show>
    </p>
  )
}

/** The way to what to do when the platform shows another total; figures that are no sums have none. */
function OtherTotal(props: { readonly metric: MetricName }) {
  const t = useText()
  const { search } = useRange()
  const address = () => `/reconcile${search()}${search() === '' ? '?' : '&'}metric=${props.metric}`
  return (
    <Show when={RECONCILED.some((name) => name === props.metric)}>
      <p>
        <A class="link" href={address()}>
          {t('reconcile.title')}
        </A>
      </p>
    </Show>
  )
}

/** All that stands behind a figure: what it is, how it is made, and its rows. */
export function FigureSheet(props: FigureSheetProps) {
  const t = useText()
  const format = useFormat()
  const figure = createMemo(() => props.figure)
  const part = () => {
    const only = figure()?.only
    if (!only) return undefined
    if (only.key === '') return t('dashboard.noKey')
    if (only.dimension === 'country') return writeCountry(format().locale, only.key)
    return props.keyName ?? only.key
  }
  const title = () => {
    const open = figure()
    if (!open) return ''
    const metric = t(`metrics.${open.metric}.name`)
    const name = part()
    return name ? t('dashboard.onlyOf', { metric, name }) : metric
  }
  return (
    <Drawer
      open={figure() !== undefined}
      onClose={() => props.onClose()}
      title={title()}
      description={figure() && t(`metrics.${(figure() as OpenFigure).metric}.about`)}
      size="lg"
    >
      <Show when={figure()}>
        {(open) => (
          <div class="flex flex-col gap-5">
            <Show when={!open().only}>
              <Head summary={props.summary} figure={open()} />
            </Show>
            <OtherTotal metric={open().metric} />
            <FigureFacts summary={props.summary} metric={open().metric} />
            <FigureRows figure={open()} title={title()} />
          </div>
        )}
      </Show>
    </Drawer>
  )
}
