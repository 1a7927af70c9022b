import type { es } from './es.ts'

/** Shape of a language: every area and key of Spanish, so that a missing text is a type error. */
export type Dict = typeof es
type Area = keyof Dict & string

/** `area.key`, for every text there is. */
export type TextKey = { [A in Area]: `${A}.${keyof Dict[A] & string}` }[Area]

type EntryOf<K> = K extends `${infer A}.${infer R}`
  ? A extends Area
    ? R extends keyof Dict[A]
      ? Dict[A][R]
      : never
    : never
  : never

type Filling = Readonly<Record<string, string | number>>
type Args<Entry> = Entry extends (params: infer P) => string ? [params: P] : [params?: Filling]

/** Text of a key; `{name}` in a text is filled from params, a text that is a function gets them as they are. */
export type Translate = <K extends TextKey>(key: K, ...params: Args<EntryOf<K>>) => string

const fill = (text: string, params: Filling) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))

/** Translator over a dictionary that may change; an unknown key (data from a newer version) is shown as it is. */
export function translator(dict: () => Dict): Translate {
  return ((key: string, params: Filling = {}) => {
    const dot = key.indexOf('.')
    const area: Readonly<Record<string, unknown>> | undefined = dict()[key.slice(0, dot) as Area]
    const entry = area?.[key.slice(dot + 1)]
    if (typeof entry === 'function') return String((entry as (given: Filling) => string)(params))
    return typeof entry === 'string' ? fill(entry, params) : key
  }) as Translate
}
