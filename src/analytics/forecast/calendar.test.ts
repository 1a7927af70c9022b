import { expect, it } from 'vitest'
import { calendarColumns, tradeDays } from './calendar.ts'
import { forecastSeries } from './forecast-series.ts'
import { MODELS } from './models.ts'
import { seeded } from './statistics.ts'

it.each([
  [2023, '2023-11-24'],
  [2024, '2024-11-29'],
  [2025, '2025-11-28'],
  [2026, '2026-11-27'],
])('Black Friday of %d is %s', (year, date) => {
  expect(tradeDays(year, year).find(({ name }) => name === 'black_friday')?.date).toBe(date)
})

const easter = ['2022-04-17', '2023-04-09', '2024-03-31', '2025-04-20'].map((date) => ({
  date,
  name: 'Easter',
}))

it('marks moving days on their dates, and leaves out what cannot be learned', () => {
  const history = { values: new Float64Array(730), start: '2023-01-01', frequency: 'D' as const }
  const columns = calendarColumns(history, 120, [...easter, { date: '2022-12-25', name: 'Christmas' }])
  const days = Array.from(columns['Easter']!.keys()).filter((at) => columns['Easter']![at])
  expect(days).toEqual([98, 455, 840])
  expect(columns['Christmas']).toBeUndefined()
  expect(calendarColumns({ ...history, start: undefined }, 120, easter)).toEqual({})
})

it('meets a peak that moves and that has been seen before', async () => {
  const random = seeded(2)
  const peaks = new Set([329, 693, 1057])
  const values = Array.from(
    { length: 1080 },
    (_, day) =>
      (peaks.has(day) ? 3 : 1) * (100 + 20 * Math.sin((2 * Math.PI * day) / 7)) * (0.95 + 0.1 * random()),
  )
  const request = {
    values: values.slice(0, 1040),
    start: '2023-01-01',
    frequency: 'D',
    horizon: 40,
    levels: [80],
    seed: 1,
    model: 'harmonic',
  } as const
  const work = { pause: async () => false, now: () => 0 }
  const date = (day: number): string =>
    new Date(Date.UTC(2023, 0, 1) + day * 86_400_000).toISOString().slice(0, 10)
  const holidays = [...peaks].map((day) => ({ date: date(day), name: 'Feast' }))
  const [blind, known] = [
    await forecastSeries(request, MODELS, work),
    await forecastSeries({ ...request, holidays }, MODELS, work),
  ]
  if (!blind.ok || !known.ok) throw new Error('no forecast')
  expect(blind.value.point[17]!).toBeLessThan(200)
  expect(known.value.point[17]!).toBeGreaterThan(230)
  expect(known.value.calendar).toContain('Feast')
})
