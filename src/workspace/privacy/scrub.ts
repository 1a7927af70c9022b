import { PHONE_DIGITS } from '../../store/file/known-people.ts'
import type { StoredRecord } from '../../store/records.ts'

/** A person as records may know them. */
export interface KnownAs {
  readonly customerIds: readonly number[]
  readonly identities: readonly string[]
  /** E-mails, phones and names: texts that are nobody else's. */
  readonly texts: readonly string[]
}

const ERASED = '[erased]'

type Row = Readonly<Record<string, unknown>>

/** What segmentations know of customers by column: `customers` are their keys, `codes` a letter for each. */
function withoutColumns(row: Row, { customerIds }: KnownAs): Row {
  const { customers: keys, codes } = row
  if (!Array.isArray(keys) || typeof codes !== 'string') return row
  const stays = (_: unknown, at: number) => !customerIds.includes(keys[at] as number)
  return { ...row, customers: keys.filter(stays), codes: [...codes].filter(stays).join('') }
}

const isAbout = (value: unknown, person: KnownAs): boolean => {
  if (typeof value !== 'object' || value === null) return false
  const row = value as Readonly<Record<string, unknown>>
  const id = row['customer_id'] ?? row['key']
  if (person.customerIds.some((known) => id === known || id === String(known))) return true
  return [row['identity'], row['into']].some(
    (key) => typeof key === 'string' && person.identities.includes(key),
  )
}

/** Whether a record, or what it says was changed, is about the person: then it goes. */
export const recordIsAbout = ({ data }: StoredRecord, person: KnownAs): boolean =>
  isAbout(data, person) || isAbout(data['edit'], person)

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

const PHONE = /^\+?\d{7,}$/

/** A telling text wherever it stands: a phone also when it is grouped, or without the number of its country. */
function patternOf(known: string): RegExp {
  if (!PHONE.test(known)) return new RegExp(escaped(known), 'gi')
  const digits = [...known.replaceAll(/\D/g, '')]
  const apart = (part: readonly string[]) => part.join('[\\s().-]{0,2}')
  const country = digits.slice(0, -PHONE_DIGITS)
  const prefix = country.length > 0 ? `(?:[+(]*${apart(country)}[\\s().-]{0,2})?` : ''
  return new RegExp(`${prefix}${apart(digits.slice(-PHONE_DIGITS))}`, 'g')
}

const withoutTexts = (text: string, texts: readonly string[]): string =>
  texts.reduce((left, known) => left.replaceAll(patternOf(known), ERASED), text)

/** Tells whether a text says something of those whose texts are given. */
export function tellerOf(texts: readonly string[]): (text: string) => boolean {
  const patterns = texts.map(patternOf)
  return (text) => patterns.some((pattern) => text.search(pattern) >= 0)
}

const scrubbed = (value: unknown, person: KnownAs): unknown => {
  if (typeof value === 'string') return withoutTexts(value, person.texts)
  if (Array.isArray(value))
    return value.filter((each) => !isAbout(each, person)).map((each) => scrubbed(each, person))
  if (typeof value !== 'object' || value === null) return value
  const rows = withoutColumns(value as Row, person)
  return Object.fromEntries(Object.entries(rows).map(([name, each]) => [name, scrubbed(each, person)]))
}

/** The record without what tells of the person: rows of them in lists go, their e-mail, phone and name become "[erased]". */
export const scrubRecord = (record: StoredRecord, person: KnownAs): StoredRecord => ({
  ...record,
  data: scrubbed(record.data, person) as StoredRecord['data'],
})

/** Texts that can be taken out of free text without harming others: addresses, long numbers, names of two words. */
export function tellingTexts(fields: readonly (string | null)[]): string[] {
  const texts = fields.filter((text): text is string => text !== null).map((text) => text.trim())
  return texts.filter((text) => text.includes('@') || PHONE.test(text) || /^\S+\s+\S+/.test(text))
}
