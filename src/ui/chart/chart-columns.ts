import type { Column } from '../table/columns.ts'
import type { Translate } from '../text/translate.ts'
import type { ChartContent } from './series.ts'

/** Rows of the table behind a chart are places along its dates. */
export function chartColumns(
  content: ChartContent,
  t: Translate,
  writeDate: (date: string) => string,
  format: (value: number | null) => string,
): readonly Column<number>[] {
  const figure = (key: string, label: string, values: readonly (number | null)[]): Column<number> => ({
    key,
    label,
    kind: 'number',
    value: (place) => values[place] ?? null,
    show: (place) => format(values[place] ?? null),
  })
  return [
    {
      key: 'date',
      label: t('parts.date'),
      value: (place) => content.dates[place],
      show: (place) => writeDate(content.dates[place] ?? ''),
    },
    ...content.lines.map((line, index) => figure(`line-${index}`, line.label, line.values)),
    ...(content.bands ?? []).flatMap((band) => [
      figure(`lower-${band.level}`, t('parts.lower', { level: band.level }), band.lower),
      figure(`upper-${band.level}`, t('parts.upper', { level: band.level }), band.upper),
    ]),
  ]
}
