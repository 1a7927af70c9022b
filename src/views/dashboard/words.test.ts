import { describe, expect, test } from 'vitest'
import type { HeadlineAnswer } from '../../api/dashboard-schemas.ts'
import { en } from '../../ui/text/en.ts'
import { es } from '../../ui/text/es.ts'
import { createFormats } from '../../ui/text/format.ts'
import { translator } from '../../ui/text/translate.ts'
import { driverName, writeDriver, writeHeadline } from './headline-words.ts'
import { comparedDates, writeComparison, writeCountry, writePeriod } from './words.ts'

const english = createFormats('en-GB')
const spanish = createFormats('es-ES')
const t = translator(() => en)

describe('a period is named', () => {
  test('as the month, quarter or year that it is', () => {
    expect(writePeriod(english, { from: '2025-03-01', to: '2025-03-31' })).toBe('March 2025')
    expect(writePeriod(spanish, { from: '2025-04-01', to: '2025-06-30' })).toBe('T2 2025')
    expect(writePeriod(english, { from: '2025-01-01', to: '2025-12-31' })).toBe('2025')
    expect(writePeriod(english, { from: '2025-02-01', to: '2025-04-30' })).toBe('1 Feb – 30 Apr 2025')
  })

  test('as short as a tile needs where it is compared with', () => {
    const days = { mode: 'previous', from: '2025-02-10', to: '2025-03-11' } as const
    expect(writeComparison(t, english, days)).toBe('prior 30 d')
    expect(writeComparison(t, english, { ...days, mode: 'year' })).toBe('2025')
    expect(writeComparison(t, english, { mode: 'previous', from: '2025-02-01', to: '2025-02-28' })).toBe(
      'Feb 2025',
    )
  })
})

test('each step of a series has the day of the comparison that stands behind it', () => {
  const period = { from: '2025-03-11', to: '2025-03-12' }
  const before = { from: '2025-03-09', to: '2025-03-10' }
  expect(comparedDates(['2025-03-11', '2025-03-12'], period, before, 'day')).toEqual([
    '2025-03-09',
    '2025-03-10',
  ])
  expect(comparedDates(['2025-03-11T09'], period, before, 'hour')).toEqual(['2025-03-09T09'])
})

test('a country has its name where the data give its code', () => {
  expect(writeCountry('es', 'DE')).toBe('Alemania')
  expect(writeCountry('es', 'EIRE')).toBe('EIRE')
})

describe('a headline', () => {
  const headline: HeadlineAnswer = {
    code: 'countries_up',
    text: '',
    metric: 'net_sales',
    params: { up: { as: 'text', value: 'DE' }, up_change: { as: 'signed_money', value: 12.5 } },
    drivers: [],
  }
  const driver = (name: string) => ({ name, value: 0.25, previous: null, change: null, contribution: null })

  test('is written from its code and numbers in the language of the reader', () => {
    expect(writeHeadline(t, english, headline, 'EUR')).toBe('Germany gained most among countries (+€12.50).')
    expect(
      writeHeadline(
        translator(() => es),
        spanish,
        headline,
        'EUR',
      ),
    ).toBe('Por países, Alemania fue el que más ganó (+12,50\u00a0€).')
  })

  test('names its numbers and writes each in its unit', () => {
    expect(driverName(t, english, headline, 'DE')).toBe('Germany')
    expect(driverName(t, english, { ...headline, code: 'change_drivers' }, 'orders')).toBe('Orders')
    expect(writeDriver(english, driver('returns_rate'), 0.25, 'EUR')).toBe('25%')
    expect(writeDriver(english, driver('units_per_order'), 2.5, 'EUR')).toBe('2.5')
    expect(writeDriver(english, driver('Mug'), 2.5, 'EUR')).toBe('€2.50')
  })
})
