import { useSearchParams } from '@solidjs/router'
import { Segmented } from '../../ui/segmented.tsx'
import { useText } from '../../ui/text/text.tsx'

const VIEWS = ['forecast', 'demand', 'rhythm', 'whatif', 'check', 'series'] as const
export type ForecastView = (typeof VIEWS)[number]

/** The view of the forecast page, in the address. */
export function useView() {
  const [params, setParams] = useSearchParams()
  const view = (): ForecastView => VIEWS.find((name) => name === params['view']) ?? 'forecast'
  const show = (next: ForecastView) =>
    setParams({ view: next === 'forecast' ? null : next }, { scroll: false })
  return { view, show }
}

/** Forecast, rhythm, what if, truth check. */
export function ViewChoice(props: {
  readonly view: ForecastView
  readonly onChange: (view: ForecastView) => void
}) {
  const t = useText()
  return (
    <div class="max-w-full overflow-x-auto">
      <Segmented
        label={t('outlook.views')}
        value={props.view}
        choices={VIEWS.map((value) => ({ value, label: t(`outlook.view_${value}`) }))}
        onChange={(view) => props.onChange(view)}
      />
    </div>
  )
}
