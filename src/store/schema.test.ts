import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SCHEMA_VERSION, SCHEMAS } from './workspace-database.ts'

/** Committed: a released schema must never change. A new version is added to it by hand, once, when it is released. */
const RELEASED = JSON.parse(
  readFileSync(new URL('../../tests/frozen/schemas.json', import.meta.url), 'utf8'),
) as typeof SCHEMAS

it('has every released schema as it was released', () => {
  expect(SCHEMAS.slice(0, RELEASED.length)).toEqual(RELEASED)
})

it('only adds: no version takes a store or changes its key or indexes', () => {
  const seen = new Set<string>()
  for (const [at, { version, stores }] of SCHEMAS.entries()) {
    expect(version).toBe(at + 1)
    for (const name of Object.keys(stores)) {
      expect(seen.has(name), `${name} stands once`).toBe(false)
      seen.add(name)
    }
  }
  expect(SCHEMAS.at(-1)?.version).toBe(SCHEMA_VERSION)
})

it.each(RELEASED.map(({ version }) => version))('has a frozen file of schema %i', (version) => {
  const file = readFileSync(new URL(`../../tests/frozen/schema-${version}.json.gz`, import.meta.url))
  expect(file.length).toBeGreaterThan(1000)
})
