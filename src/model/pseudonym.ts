/** Two keys of a keyed hash, in hex. */
export interface PseudonymKeys {
  readonly inner: string
  readonly outer: string
}

/** A whole text that says who somebody is: the folded key of a person. */
const IDENTITY = /^(?:(?:tel|id):.+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,})$/u
/** What stands in the place of one. */
const PSEUDONYM = /^p_[0-9a-f]{24}$/

export const isIdentity = (text: string): boolean => IDENTITY.test(text)
export const isPseudonym = (text: string): boolean => PSEUDONYM.test(text)

/** A value with each whole text in it exchanged by `change`. */
export function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((inner) => withTexts(inner, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withTexts(inner, change)]))
}
