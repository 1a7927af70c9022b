import type { Formats } from '../../ui/text/format.ts'
import type { TextKey, Translate } from '../../ui/text/translate.ts'

/** A statement of an analysis: a stable code and the figures it names. */
export interface Words {
  readonly code: string
  readonly params: Readonly<Record<string, number | string>>
}

type Kind = 'note' | 'action' | 'reason' | 'feature'

/** Figures as people read them: amounts by the currency, shares as percent, the rest with a digit at most. */
function writeParams(format: Formats, { params }: Words, currency: string | undefined) {
  const write = (name: string, value: number) => {
    if (currency && /net_sales|value|amount|spent/.test(name)) return format.money(value, currency)
    if (/share|rate|probability/.test(name)) return format.percent(value)
    if (name.endsWith('error')) return format.number(value, 3)
    return format.number(value, Number.isInteger(value) ? 0 : 1)
  }
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number'
        ? write(name, value)
        : /^\d{4}-\d{2}-\d{2}$/.test(value)
          ? format.day(value)
          : value,
    ]),
  )
}

/** A statement in the reader's words; undefined for a code that this version has no words for. */
export function say(
  t: Translate,
  format: Formats,
  kind: Kind,
  words: Words,
  currency?: string,
): string | undefined {
  const key = `analysis.${kind}_${words.code}`
  const text = t(key as TextKey, writeParams(format, words, currency) as never)
  return text === key ? undefined : text
}

/** Several statements, those that there are words for. */
export const sayAll = (
  t: Translate,
  format: Formats,
  kind: Kind,
  all: readonly Words[],
  currency?: string,
): readonly string[] => all.flatMap((words) => say(t, format, kind, words, currency) ?? [])
