import { expect, it } from 'vitest'
import { changeOf, faultsOf, KINDS, startChange, typedOf } from './draft.ts'

it('starts every kind but the moved holiday without a fault', () => {
  for (const kind of KINDS) {
    const faults = faultsOf(startChange(kind, '2026-01-01', '2026-01-31'))
    expect(faults).toEqual(kind === 'event' ? { past: 'dateNeeded', moved: 'dateNeeded' } : {})
  }
})

it('reads numbers with comma or dot and brings a kept change back as it was', () => {
  const typed = startChange('price', '2026-01-01', '2026-01-31')
  const change = changeOf({ ...typed, texts: { ...typed.texts, percent: '7,5' } })
  expect(change).toEqual({
    kind: 'price',
    from: '2026-01-01',
    to: '2026-01-31',
    percent: 7.5,
    elasticity: -1.5,
    share: 100,
  })
  expect(changeOf(typedOf(change))).toEqual(change)
})

it.each([
  [{ percent: '' }, { percent: 'numberWrong' }],
  [{ percent: '-100' }, { percent: 'numberWrong' }],
  [{ to: '2025-12-31' }, { to: 'datesWrong' }],
  [{ from: '2026-00-30' }, { from: 'dateNeeded' }],
] as const)('finds what is wrong: %o', (texts, faults) => {
  const typed = startChange('price', '2026-01-01', '2026-01-31')
  expect(faultsOf({ ...typed, texts: { ...typed.texts, ...texts } })).toEqual(faults)
})

it('keeps an event without a day in the forecast as null', () => {
  const typed = startChange('event', '', '')
  const texts = { ...typed.texts, past: '2025-04-20', moved: '2026-04-05' }
  expect(changeOf({ ...typed, texts })).toMatchObject({ kind: 'event', expected: null, before: 3 })
})
