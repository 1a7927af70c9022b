import type { ErasedTraces } from '../../model/erasure.ts'
import type { PersonRow } from '../../query/sql/person.ts'
import { type KnownAs, tellingTexts } from './scrub.ts'
import { groupedBy } from '../../model/grouped.ts'

/** Somebody to be erased: one folded key, all that the store says under it, and the token that is left. */
export interface Leaving {
  readonly token: string
  readonly rows: readonly PersonRow[]
}

const newToken = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 20)

/** Rows of people, each person (by folded key) once. `tokens`: what was left of those who were erased before. */
export function leavingOf(
  rows: readonly PersonRow[],
  tokens: ReadonlyMap<string, string> = new Map(),
): readonly Leaving[] {
  const byKey = groupedBy(rows, ({ identity, customer_id }) => identity ?? `#${customer_id}`)
  const used = new Set<string>()
  return [...byKey].map(([key, own]) => {
    const known = tokens.get(key)
    // Two keys of one person must not become the same key.
    const token = known === undefined || used.has(known) ? newToken() : known
    used.add(token)
    return { token, rows: own }
  })
}

const present = (texts: readonly (string | null)[]): string[] =>
  texts.filter((text): text is string => text !== null && text !== '')

/** What somebody is known by, for the erased list. */
export const knownBy = ({ rows }: Leaving): string[] =>
  rows.flatMap(({ identity, email, platform_id, phone }) =>
    present([identity, identity?.replace(/^(id|tel):/, '') ?? null, email, platform_id, phone]),
  )

/** People as records know them. */
export function knownAs(people: readonly Leaving[]): KnownAs {
  const rows = people.flatMap((one) => one.rows)
  return {
    customerIds: [...new Set(rows.map(({ customer_id }) => customer_id))],
    identities: [...new Set(present(rows.map(({ identity }) => identity)))],
    texts: [...new Set(tellingTexts(rows.flatMap(({ email, phone, name }) => [email, phone, name])))],
  }
}

/** People as parts know them. */
export function tracesOf(people: readonly Leaving[], orders: readonly string[]): ErasedTraces {
  const { customerIds, texts } = knownAs(people)
  return {
    people: people.flatMap(({ token, rows }) => {
      const identity = rows[0]?.identity
      return identity ? [{ identity, token }] : []
    }),
    customerIds,
    orders,
    texts: texts.map((text) => text.toLowerCase()),
  }
}
