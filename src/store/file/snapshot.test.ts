import { expect, it } from 'vitest'
import { travels } from './snapshot.ts'

it.each(['lock', 'pseudonym_key', 'signing_key', 'last_export_at', 'unfinished', 'last_known:summary'])(
  'leaves the setting %s at home',
  (key) => {
    expect(travels({ key, value: 'x' })).toBe(false)
  },
)

it.each(['currency', 'erasure_salt', 'lock_screen'])('takes the setting %s along', (key) => {
  expect(travels({ key, value: 'x' })).toBe(true)
})
