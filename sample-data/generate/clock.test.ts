import { describe, expect, it } from 'vitest'
import { DAYS, dateOf, dayOf, instantOf, localDay, madridOffset, stamp, weekdayOf } from './clock.ts'

/** Hours ahead of UTC by the time zone database, as another way to the same answer. */
const byIntl = (instant: number): number => {
  const format = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Madrid', timeZoneName: 'longOffset' })
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return Number(/GMT\+0(\d)/.exec(name)?.[1])
}

describe('madridOffset', () => {
  it('agrees with the time zone database on every noon and around every change', () => {
    for (let day = 0; day < DAYS; day++)
      expect(madridOffset(instantOf(day, 43_200))).toBe(byIntl(instantOf(day, 43_200)))
    for (const change of ['2025-03-30', '2025-10-26', '2026-03-29', '2026-10-25']) {
      const at = Date.parse(`${change}T01:00:00Z`)
      for (const instant of [at - 1, at]) expect(madridOffset(instant)).toBe(byIntl(instant))
      expect(madridOffset(at)).not.toBe(madridOffset(at - 1))
    }
  })
})

describe('days', () => {
  it('are counted from 1 November 2024, a Friday, to 31 October 2026', () => {
    expect([dateOf(0), weekdayOf(0)]).toEqual(['2024-11-01', 4])
    expect([dateOf(DAYS - 1), dayOf('2026-10-31')]).toEqual(['2026-10-31', DAYS - 1])
  })

  it('keep every second of theirs, on days of 23 and 25 hours too', () => {
    for (const date of ['2025-03-30', '2025-10-26', '2025-07-01']) {
      for (const second of [0, 7_200, 9_000, 86_399])
        expect(dateOf(localDay(instantOf(dayOf(date), second)))).toBe(date)
    }
  })
})

describe('stamp', () => {
  it.each([
    ['2025-10-02', 61_774, '2025-10-02 17:09:34 +0200'],
    ['2025-12-02', 61_774, '2025-12-02 17:09:34 +0100'],
    ['2025-03-30', 7_199, '2025-03-30 01:59:59 +0100'],
    ['2025-03-30', 9_000, '2025-03-30 03:30:00 +0200'],
  ])('%s, second %i', (date, second, text) => {
    expect(stamp(instantOf(dayOf(date), second))).toBe(text)
  })
})
