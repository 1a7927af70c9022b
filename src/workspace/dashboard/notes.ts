import type { Figures, MetricName } from '../../model/metric.ts'

/** What must be said beside a figure: English for the API, code and numbers for the screen's own language. */
export interface MetricNote {
  readonly note: string
  readonly note_code: 'ORDERS_WITHOUT_CUSTOMER' | 'COST_COVERAGE' | 'NO_COST' | 'NOT_IN_DATA'
  readonly note_params: Readonly<Record<string, number>>
}

const note = (
  code: MetricNote['note_code'],
  text: string,
  params: Record<string, number> = {},
): MetricNote => ({
  note: text,
  note_code: code,
  note_params: params,
})

export const notInData: MetricNote = note('NOT_IN_DATA', 'the data do not carry it')

/** What is counted by customers. */
export const CUSTOMER_METRICS: readonly MetricName[] = [
  'customers',
  'new_customers',
  'returning_customers',
  'returning_rate',
]

/** Whether every order of a period names no customer: how many customers there were is not known then, it is not 0. */
export const nobodyNamed = ({ guests, orders }: Figures): boolean =>
  (orders ?? 0) > 0 && (guests ?? 0) >= (orders ?? 0)

function marginNote(figures: Figures): MetricNote | undefined {
  if (figures.margin === null) return note('NO_COST', 'no product has a cost')
  const [known, net] = [figures.cost_net ?? 0, figures.net ?? 0]
  if (net <= 0 || known === net) return undefined
  const share = known / net
  return note('COST_COVERAGE', `cost is known for ${(share * 100).toFixed(1)} % of net sales`, { share })
}

/** The note of a figure, if there is one. */
export function metricNote(metric: MetricName, figures: Figures): MetricNote | undefined {
  const guests = figures.guests ?? 0
  if (CUSTOMER_METRICS.includes(metric) && guests > 0)
    return note('ORDERS_WITHOUT_CUSTOMER', `orders that name no customer (${guests}) are left out`, {
      orders: guests,
    })
  if (metric === 'gross_margin') return marginNote(figures)
  const absent =
    (metric === 'taxes' && figures.tax === null) || (metric === 'shipping' && figures.shipping === null)
  return absent ? notInData : undefined
}
