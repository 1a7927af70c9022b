import { describe, expect, test } from 'vitest'
import { rangeAddress, readRange } from './range-address.ts'

const SPAN = { first: '2024-05-02', last: '2026-03-20' }
const TODAY = '2026-03-20'

describe('readRange', () => {
  test('an empty address is the last 30 days against the 30 before', () => {
    expect(readRange({}, TODAY, SPAN)).toEqual({
      preset: 'last_30',
      from: '2026-02-19',
      to: '2026-03-20',
      compare: 'previous',
      previous: { from: '2026-01-20', to: '2026-02-18' },
    })
  })

  test('two days make a custom range', () => {
    const range = readRange({ from: '2026-01-01', to: '2026-01-31', compare: 'year' }, TODAY, SPAN)
    expect(range).toMatchObject({ preset: 'custom', previous: { from: '2025-01-01', to: '2025-01-31' } })
  })

  test('a day that does not exist, or ends in the wrong order, is the usual range', () => {
    expect(readRange({ from: '2026-02-30', to: '2026-03-01' }, TODAY, SPAN).preset).toBe('last_30')
    expect(readRange({ from: '2026-03-02', to: '2026-03-01' }, TODAY, SPAN).preset).toBe('last_30')
  })

  test('all is the span of the data', () => {
    expect(readRange({ range: 'all', compare: 'none' }, TODAY, SPAN)).toMatchObject({
      from: '2024-05-02',
      to: '2026-03-20',
      previous: null,
    })
  })
})

test('an address read back is the same range', () => {
  const addresses = [{}, { range: 'year_to_date' }, { from: '2025-11-01', to: '2025-11-30', compare: 'none' }]
  for (const address of addresses) {
    const range = readRange(address, TODAY, SPAN)
    const again = Object.fromEntries(
      Object.entries(rangeAddress(range)).map(([key, value]) => [key, value ?? undefined]),
    )
    expect(readRange(again, TODAY, SPAN)).toEqual(range)
  }
})
