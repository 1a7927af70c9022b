import type { ReconciliationAnswer } from '../../api/reconcile.ts'
import type { Formats } from '../../ui/text/format.ts'
import type { Translate } from '../../ui/text/translate.ts'

type Named = Pick<ReconciliationAnswer['causes'][number], 'code' | 'value'>

/** "+02:00" of minutes from UTC; nothing for UTC itself. */
function writeOffset(minutes: number): string {
  if (minutes === 0) return ''
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '−' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

/** A cause in words. */
export function writeCause(t: Translate, { code, value }: Named): string {
  if (code === 'time_zone') return t('reconcile.cause_time_zone', { value: writeOffset(Number(value)) })
  if (code === 'currency') return t('reconcile.cause_currency', { value: String(value) })
  const key = value === null ? code : `${code}_${String(value)}`
  return t(`reconcile.cause_${key}` as 'reconcile.cause_rounding')
}

/** An amount or a count, with its sign where it is a difference. */
export function writeAmount(
  format: Formats,
  answer: Pick<ReconciliationAnswer, 'unit' | 'currency'>,
  value: number,
  signed = false,
): string {
  const text =
    answer.unit === 'money' ? format.money(Math.abs(value), answer.currency) : format.number(Math.abs(value))
  if (!signed) return value < 0 ? `−${text}` : text
  return value === 0 ? text : `${value < 0 ? '−' : '+'}${text}`
}
