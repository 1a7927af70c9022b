/** What can be changed of a customer by hand. `null` clears a field. */
export interface PersonFields {
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly country: string | null
  readonly tags: readonly string[]
}

/**
 * One change by hand, keyed by `identity` (the folded key of a person: e-mail, else phone, else the shop's id), which
 * stays when the same files are imported again; the integer keys of the store do not survive an import taken back.
 */
export type CustomerEdit =
  /** A customer that no file knows; `key` is its own negative integer. When a file brings the identity, these are its changes. */
  | {
      readonly action: 'create'
      readonly identity: string
      readonly key: number
      readonly set: Partial<PersonFields>
    }
  | { readonly action: 'change'; readonly identity: string; readonly set: Partial<PersonFields> }
  /** Not listed any more; the orders, and so every total, stay. */
  | { readonly action: 'hide'; readonly identity: string }
  /** `identity` is the same person as `into`; `set` fills what `into` lacked. */
  | {
      readonly action: 'merge'
      readonly identity: string
      readonly into: string
      readonly set: Partial<PersonFields>
    }
  /** Two that look alike and are not the same person: not suggested again. */
  | { readonly action: 'distinct'; readonly identity: string; readonly into: string }

/** All that was changed of one person. */
export interface LaidPerson {
  readonly set: Partial<PersonFields>
  readonly hidden: boolean
  /** Key of one that was made by hand; null for those that files know. */
  readonly key: number | null
}

/** The edits in force, folded: people by identity, and who is whom. */
export interface Overlay {
  readonly people: ReadonlyMap<string, LaidPerson>
  /** From an identity to the one that it was merged into at last. */
  readonly merged: ReadonlyMap<string, string>
  /** Pairs that are not the same, each written once as `a\tb` with a < b. */
  readonly distinct: ReadonlySet<string>
}

const UNTOUCHED: LaidPerson = { set: {}, hidden: false, key: null }

/** The pair of two identities, whichever way round. */
export const pairOf = (a: string, b: string): string => (a < b ? `${a}\t${b}` : `${b}\t${a}`)

const rootOf = (merged: ReadonlyMap<string, string>, identity: string): string => {
  let root = identity
  for (let next = merged.get(root); next !== undefined; next = merged.get(root)) root = next
  return root
}

const setOn = (people: Map<string, LaidPerson>, identity: string, change: Partial<LaidPerson>): void => {
  const before = people.get(identity) ?? UNTOUCHED
  people.set(identity, { ...before, ...change, set: { ...before.set, ...change.set } })
}

/** Lays edits over each other, oldest first; later ones win field by field. A merge into oneself is nothing. */
export function foldEdits(edits: readonly CustomerEdit[]): Overlay {
  const people = new Map<string, LaidPerson>()
  const merged = new Map<string, string>()
  const distinct = new Set<string>()
  for (const edit of edits) {
    if (edit.action === 'create') setOn(people, edit.identity, { set: edit.set, key: edit.key })
    if (edit.action === 'change') setOn(people, rootOf(merged, edit.identity), { set: edit.set })
    if (edit.action === 'hide') setOn(people, rootOf(merged, edit.identity), { hidden: true })
    if (edit.action === 'distinct') distinct.add(pairOf(edit.identity, edit.into))
    if (edit.action !== 'merge') continue
    const [from, into] = [rootOf(merged, edit.identity), rootOf(merged, edit.into)]
    if (from === into) continue
    merged.set(from, into)
    setOn(people, into, { set: edit.set })
  }
  const flat = new Map([...merged.keys()].map((from) => [from, rootOf(merged, from)]))
  return { people, merged: flat, distinct }
}

/** Whether anything is laid over the imports. */
export const isPlain = ({ people, merged }: Overlay): boolean => people.size === 0 && merged.size === 0

/** Identity of a customer made by hand, folded as imports fold it, so that a later file finds the same person. */
export function identityOf(person: Partial<PersonFields>, otherwise: () => string): string {
  const email = person.email?.trim().toLowerCase()
  if (email?.includes('@')) return email
  const phone = person.phone?.replaceAll(/[^\d+]/g, '')
  return phone ? `tel:${phone}` : `hand:${otherwise()}`
}
