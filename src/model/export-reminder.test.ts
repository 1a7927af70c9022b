import { expect, it } from 'vitest'
import { exportState } from './export-reminder.ts'

const now = '2024-03-20T12:00:00Z'

it.each([
  ['nothing to lose', [], null, { age_days: null, due: false }],
  ['fresh work', ['2024-03-19T12:00:00Z'], null, { age_days: null, due: false }],
  [
    'a week without a copy',
    ['2024-03-13T12:00:00Z', '2024-03-20T11:00:00Z'],
    null,
    { age_days: null, due: true },
  ],
  ['all is in the copy', ['2024-03-01T12:00:00Z'], '2024-03-02T12:00:00Z', { age_days: 18, due: false }],
  ['old work after the copy', ['2024-03-12T12:00:00Z'], '2024-03-02T12:00:00Z', { age_days: 18, due: true }],
  [
    'a clock that was set back',
    ['2024-03-19T12:00:00Z'],
    '2024-03-21T12:00:00Z',
    { age_days: 0, due: false },
  ],
  [
    'old work, and a copy of a clock that was ahead: nobody knows what it holds',
    ['2024-03-12T12:00:00Z'],
    '2025-03-21T12:00:00Z',
    { age_days: 0, due: true },
  ],
] as const)('%s', (_, changes, last, state) => {
  expect(exportState(changes, last, now)).toEqual(state)
})
