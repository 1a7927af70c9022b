import { writeDate } from '../../ui/chart/ticks.ts'
import { weekday } from '../../model/day.ts'
import type { Column } from '../../ui/table/columns.ts'
import { Table } from '../../ui/table/table.tsx'
import type { Formats } from '../../ui/text/format.ts'
import { useFormat, useText } from '../../ui/text/text.tsx'
import type { Translate } from '../../ui/text/translate.ts'
import { sumOf } from './forecast.ts'
import type { Forecast, ForecastDay } from './forecast.ts'
import { columnKind, GRAINS, spanOf } from './words.ts'

function columnsOf(t: Translate, format: Formats, forecast: Forecast): readonly Column<ForecastDay>[] {
  const figure = {
    kind: columnKind(forecast.target),
    currency: forecast.currency ?? undefined,
    digits: 1,
  } as const
  const end = (level: number, side: 0 | 1): Column<ForecastDay> => ({
    ...figure,
    key: `${level}-${side}`,
    label: t(side === 0 ? 'forecast.low' : 'forecast.high', { level }),
    value: ({ intervals }) => intervals[level]?.[side] ?? null,
  })
  const all: readonly Column<ForecastDay>[] = [
    {
      key: 'date',
      label: t('forecast.day'),
      value: ({ date }) => date,
      show: ({ date }) => writeDate(date, GRAINS[forecast.frequency], format, true),
    },
    {
      key: 'weekday',
      label: t('forecast.weekday'),
      sortable: false,
      value: ({ date }) => format.weekday(weekday(date), 'long'),
    },
    {
      ...figure,
      key: 'value',
      label: t('forecast.expectedDay'),
      value: ({ value }) => value,
      total: sumOf(forecast.points),
    },
    end(80, 0),
    end(80, 1),
    end(95, 0),
    end(95, 1),
  ]
  return forecast.frequency === 'D' ? all : all.filter(({ key }) => key !== 'weekday')
}

/** Every day of the forecast with its intervals. */
export function DaysTable(props: { readonly forecast: Forecast }) {
  const t = useText()
  const format = useFormat()
  return (
    <section class="card-pad">
      <Table
        title={t('forecast.daysTable')}
        columns={columnsOf(t, format(), props.forecast)}
        rows={props.forecast.points}
        height="max-h-[28rem]"
        totalLabel={t('forecast.totalDays', {
          span: spanOf(t, props.forecast.points.length, props.forecast.frequency),
        })}
      />
    </section>
  )
}
