import { Show, createMemo } from 'solid-js'
import type { HeadlineAnswer, SummaryAnswer } from '../../api/dashboard-schemas.ts'
import type { MetricName } from '../../model/metric.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Table } from '../../ui/table/table.tsx'
import type { Column } from '../../ui/table/columns.ts'
import type { Formats } from '../../ui/text/format.ts'
import { useFormat, useText } from '../../ui/text/text.tsx'
import type { Translate } from '../../ui/text/translate.ts'
import { driverName, writeDriver, writeHeadline } from './headline-words.ts'
import type { Driver } from './headline-words.ts'

export interface HeadlineNumbersProps {
  readonly summary: SummaryAnswer
  /** Code of the open headline. */
  readonly code: string | undefined
  readonly onClose: () => void
  readonly onFigure: (metric: MetricName) => void
}

function driverColumns(
  t: Translate,
  format: Formats,
  headline: HeadlineAnswer,
  currency: string,
): readonly Column<Driver>[] {
  const compared = headline.drivers.some(({ previous }) => previous !== null)
  const parted = headline.drivers.some(({ contribution }) => contribution !== null)
  const figure = (key: 'value' | 'previous', label: string): Column<Driver> => ({
    key,
    label,
    kind: 'number',
    value: (driver) => driver[key],
    show: (driver) => writeDriver(format, driver, driver[key], currency),
  })
  return [
    {
      key: 'name',
      label: t('dashboard.driver'),
      value: ({ name }) => driverName(t, format, headline, name),
    },
    figure('value', t('dashboard.now')),
    ...(compared
      ? [
          figure('previous', t('dashboard.before')),
          {
            key: 'change',
            label: t('dashboard.change'),
            kind: 'change',
            value: ({ change }: Driver) => change,
          } as const,
        ]
      : []),
    ...(parted
      ? [
          {
            key: 'contribution',
            label: t('dashboard.contribution'),
            kind: 'money',
            currency,
            value: ({ contribution }: Driver) => contribution,
          } as const,
        ]
      : []),
  ]
}

/** The numbers that a sentence of the summary is made from, with the way to the rows of its figure. */
export function HeadlineNumbers(props: HeadlineNumbersProps) {
  const t = useText()
  const format = useFormat()
  const currency = () => props.summary.currency ?? 'XXX'
  const headline = createMemo(() => props.summary.headlines.find(({ code }) => code === props.code))
  return (
    <Dialog
      open={headline() !== undefined}
      onClose={() => props.onClose()}
      title={t('dashboard.headlineNumbers')}
      size="lg"
      description={headline() && writeHeadline(t, format(), headline() as HeadlineAnswer, currency())}
      actions={
        <Show when={headline()}>
          {(open) => (
            <Button look="primary" onClick={() => props.onFigure(open().metric)}>
              {t('dashboard.seeRows', { metric: t(`metrics.${open().metric}.name`) })}
            </Button>
          )}
        </Show>
      }
    >
      <Show when={headline()}>
        {(open) => (
          <Show when={open().drivers.length > 0}>
            <Table
              title={t('dashboard.headlineNumbers')}
              untitled
              columns={driverColumns(t, format(), open(), currency())}
              rows={open().drivers}
              height="max-h-[50dvh]"
            />
          </Show>
        )}
      </Show>
    </Dialog>
  )
}
