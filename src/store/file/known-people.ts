/** Names and phones of people, folded as `namesIn` and `phonesIn` fold them. */
export interface KnownPeople {
  readonly names: ReadonlySet<string>
  readonly phones: ReadonlySet<string>
}

export const NOBODY: KnownPeople = { names: new Set(), phones: new Set() }

const REMOVED = '[removed]'
/** Words of a name: letters and digits, with what may stand within. `namesAmong` of `query/redaction.ts` folds alike. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu
const BETWEEN = /^[\s.,]{1,3}$/
const WORDS = { least: 2, most: 5 } as const
const PHONE = /\+?\d(?:[\s().-]{0,2}\d){6,}/g
/** Digits of a phone that are the same with and without the number of its country. */
export const PHONE_DIGITS = 9

interface Run {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** Runs of words in a text that may be a name of several words, at each place the longest first. */
function runsIn(text: string): Run[] {
  const words = [...text.matchAll(WORD)].map((match) => ({ word: match[0], from: match.index }))
  const endOf = ({ word, from }: { word: string; from: number }) => from + word.length
  return words.flatMap((first, at) => {
    const runs: Run[] = []
    let name = first.word
    for (const [index, next] of words.slice(at + 1, at + WORDS.most).entries()) {
      const before = words[at + index] ?? first
      if (!BETWEEN.test(text.slice(endOf(before), next.from))) break
      name = `${name} ${next.word}`
      runs.unshift({ name: name.toLowerCase(), from: first.from, to: endOf(next) })
    }
    return runs
  })
}

/** A phone as `phonesIn` folds it. */
export const phoneKey = (text: string): string => text.replaceAll(/\D/g, '').slice(-PHONE_DIGITS)

/** A name as `namesIn` folds it. */
export const nameKey = (name: string): string => (name.match(WORD) ?? []).join(' ').toLowerCase()

/** What may be names of people in a text: runs of two to five words, in lower case. */
export const namesIn = (text: string): string[] => runsIn(text).map(({ name }) => name)

/** What may be phones in a text, however they are grouped: their last digits. */
export const phonesIn = (text: string): string[] => (text.match(PHONE) ?? []).map(phoneKey)

/** A text without the names and phones of those who are known. */
export function withoutPeople(text: string, { names, phones }: KnownPeople): string {
  let done = ''
  let at = 0
  for (const { name, from, to } of names.size > 0 ? runsIn(text) : [])
    if (from >= at && names.has(name)) {
      done += text.slice(at, from) + REMOVED
      at = to
    }
  const left = done + text.slice(at)
  return phones.size > 0
    ? left.replaceAll(PHONE, (phone) => (phones.has(phoneKey(phone)) ? REMOVED : phone))
    : left
}
