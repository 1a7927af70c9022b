import { expect, it } from 'vitest'
import { offsetSample } from './offset-sample.ts'
import { fitZone, zoneSpans } from './time-zone.ts'

const at = (text: string): number => Date.parse(text) / 1000

it('finds the changes of the clocks in Madrid in 2024', () => {
  expect(zoneSpans('Europe/Madrid', at('2024-01-01T00:00Z'), at('2024-12-31T00:00Z'))).toEqual([
    { utc: -Infinity, offset: 3600 },
    { utc: at('2024-03-31T01:00Z'), offset: 7200 },
    { utc: at('2024-10-27T01:00Z'), offset: 3600 },
  ])
})

it('has one span for a zone without summer time', () => {
  expect(zoneSpans('America/Bogota', at('1995-01-01T00:00Z'), at('2024-01-01T00:00Z'))).toEqual([
    { utc: -Infinity, offset: -18000 },
  ])
})

it('reads instant and offset of a stamp', () => {
  expect(offsetSample('2025-10-02 17:09:34 -0300')).toEqual({
    instant: at('2025-10-02T20:09:34Z'),
    offset: -10800,
  })
  expect(offsetSample('2025-10-02 17:09:34')).toBeNull()
})

it('keeps the preferred zone while it fits, else takes the one that fits all samples', () => {
  const samples = ['2025-01-02 10:00:00 +0100', '2025-07-02 10:00:00 +0200'].map((cell) =>
    offsetSample(cell)!,
  )
  expect(fitZone(samples, 'Europe/Paris')).toEqual({ zone: 'Europe/Paris', fits: 2, of: 2 })
  expect(fitZone(samples, 'America/Lima').zone).toBe('Europe/Madrid')
})
