import { useFormat, useText } from '../../../ui/text/text.tsx'
import type { Cohorts } from './answer.ts'

type Row = Cohorts['cohorts'][number]

const LONGEST = 30
const SHARES = ['retention']
const COUNTS = ['customers', 'orders']

/** How cohorts and their cells are written: by month, country or product; shares, counts or money. */
export function createWriting(cohorts: () => Cohorts) {
  const t = useText()
  const format = useFormat()
  const currency = () => cohorts().currency ?? 'XXX'
  const isShare = () => SHARES.includes(cohorts().value)
  const isCount = () => COUNTS.includes(cohorts().value)
  const step = (day: string) => {
    const { by } = cohorts()
    if (by === 'month') return format().shortMonth(day)
    return by === 'quarter' ? format().quarter(day) : format().day(day)
  }
  const name = (row: Row): string => {
    const { group } = cohorts()
    if (group === 'first_order') return step(row.cohort)
    if (row.cohort === '') return t(group === 'coupon' ? 'cohorts.noCoupon' : 'cohorts.unknown')
    const text = group === 'country' ? format().country(row.cohort) : (row.label ?? row.cohort)
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
  }
  const full = (value: number): string => {
    if (isShare()) return format().percent(value)
    return isCount() ? format().number(value) : format().money(value, currency())
  }
  return {
    name,
    short: (value: number): string => {
      if (isShare()) return format().percent(value, 0)
      return isCount() ? format().compact(value) : format().compactMoney(value, currency())
    },
    /** A cell in full, with its interval and on how many customers it rests. */
    exact: (row: Row | undefined, at: number): string => {
      const value = row ? row.cells[at] : cohorts().overall[at]
      if (value === null || value === undefined) return t('cohorts.notYet')
      const range = row?.intervals?.[at]
      const sure = range ? ` (${format().percent(range[0], 0)} – ${format().percent(range[1], 0)}, 90 %)` : ''
      const base = row ? ` · ${t('cohorts.ofCustomers', { n: row.bases[at] ?? row.size })}` : ''
      return `${full(value)}${sure}${base}`
    },
  }
}
