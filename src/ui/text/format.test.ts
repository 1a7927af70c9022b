import { describe, expect, test } from 'vitest'
import { createFormats } from './format.ts'
import { chooseLanguage, regionOf } from './language.ts'
import { plural } from './plural.ts'

const es = createFormats('es-ES')
const en = createFormats('en-GB')
/** Intl puts narrow and non-breaking spaces between figure and unit. */
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')

describe('figures', () => {
  test('money is exact, always grouped, in the minor digits of its currency', () => {
    expect(plain(es.money(1234.5, 'EUR'))).toBe('1.234,50 €')
    expect(en.money(1234.5, 'EUR')).toBe('€1,234.50')
    expect(en.money(1234, 'JPY')).toBe('¥1,234')
    expect(createFormats('es-MX').money(1234.5, 'MXN')).toBe('$1,234.50')
  })

  test('short money keeps what small amounts need', () => {
    expect(plain(es.compactMoney(84213.4, 'EUR'))).toBe('84,2 mil €')
    expect(plain(es.compactMoney(2311.2, 'EUR'))).toBe('2.311 €')
    expect(plain(es.compactMoney(64.19, 'EUR'))).toBe('64,19 €')
    expect(plain(es.compactMoney(0, 'EUR'))).toBe('0 €')
  })

  test('what rounds to nothing is 0 and has no sign', () => {
    expect([en.number(-0.2), es.number(-0.04, 1), en.compact(-0.2), en.percent(-0.0001, 0)]).toEqual([
      '0',
      '0',
      '0',
      '0%',
    ])
    expect(en.money(-0.001, 'EUR')).toBe('€0.00')
    expect([en.number(-1), en.money(-1, 'EUR')]).toEqual(['-1', '-€1.00'])
  })

  test('a change has its sign, zero has none', () => {
    expect(plain(es.change(0.0824))).toBe('+8,2 %')
    expect(en.change(-0.041)).toBe('-4.1%')
    expect(en.change(0)).toBe('0.0%')
  })

  test('what does not exist is a dash, zero is zero', () => {
    expect([es.money(null, 'EUR'), es.number(undefined), es.percent(Number.NaN), es.day(null)]).toEqual(
      Array.from({ length: 4 }, () => '–'),
    )
    expect(es.number(0)).toBe('0')
  })

  test('bytes and seconds have their unit', () => {
    expect([es.bytes(999), es.bytes(1_234_000), es.seconds(65), es.seconds(7200)]).toEqual([
      '999 B',
      '1,2 MB',
      '1 min 5 s',
      '2 h',
    ])
  })
})

describe('dates', () => {
  test('are short and unambiguous, in any zone of the device', () => {
    expect([es.day('2026-03-03'), en.day('2026-03-03')]).toEqual(['3 mar 2026', '3 Mar 2026'])
    expect(createFormats('en-US').day('2026-03-03')).toBe('3 Mar 2026')
  })

  test('a range says the year once', () => {
    expect(en.dayRange('2026-03-01', '2026-03-31')).toBe('1 Mar – 31 Mar 2026')
    expect(en.dayRange('2025-12-01', '2026-01-31')).toBe('1 Dec 2025 – 31 Jan 2026')
    expect(en.dayRange('2026-03-01', '2026-03-01')).toBe('1 Mar 2026')
  })

  test('weekdays are ISO: 1 is Monday', () => {
    expect([es.weekday(1, 'long'), es.weekday(7, 'long')]).toEqual(['lunes', 'domingo'])
  })

  test('relative time is seen from the given instant', () => {
    expect(en.relative('2026-03-03T09:00:00Z', new Date('2026-03-03T12:00:00Z'))).toBe('3 hours ago')
  })

  test('quarters are named in the language', () => {
    expect([es.quarter('2026-05-01'), en.quarter('2026-05-01')]).toEqual(['T2 2026', 'Q2 2026'])
  })
})

test('the language is the one kept, else the first of the browser, else English', () => {
  expect(chooseLanguage('es', ['en-US'])).toBe('es')
  expect(chooseLanguage(undefined, ['fr-FR', 'es-AR', 'en'])).toBe('es')
  expect(chooseLanguage(undefined, ['fr'])).toBe('en')
  expect(regionOf('es', ['en-US', 'es-AR'])).toBe('es-AR')
  expect(regionOf('es', ['en-US'])).toBe('es-ES')
})

test('plural forms follow the language', () => {
  const rows = { one: '# fila', other: '# filas' }
  expect([plural('es')(1, rows), plural('es')(0, rows), plural('es')(1200, rows)]).toEqual([
    '1 fila',
    '0 filas',
    '1.200 filas',
  ])
})
