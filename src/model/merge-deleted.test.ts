import { expect, it } from 'vitest'
import { deletionsIn, mergeDeleted } from './merge-deleted.ts'

const row = (id: string, at: string) => ({ id, at, data: {} })
const removed = (table: string, id: string, at: string) => ({ at, facts: { table, id, act: 'removed' } })

it('knows from a change history what was deleted, and when last', () => {
  const found = deletionsIn([
    removed('notes', 'n1', '2026-01-01'),
    { at: '2026-01-02', facts: { table: 'notes', id: 'n2', act: 'put' } },
    { at: '2026-01-03', facts: { rows: 3 } },
    {},
    removed('notes', 'n1', '2026-01-04'),
    removed('segments', 's1', '2026-01-05'),
  ])
  expect(found).toEqual(
    new Map([
      ['notes', new Map([['n1', '2026-01-04']])],
      ['segments', new Map([['s1', '2026-01-05']])],
    ]),
  )
})

it('what was deleted here stays so unless the file has changed it since; what is here stays', () => {
  const mine = [row('both', '2026-01-01'), row('kept', '2026-01-01'), row('own', '2026-01-01')]
  const theirs = [row('both', '2026-01-01'), row('old', '2026-01-01'), row('changed', '2026-01-09')]
  const deleted = {
    mine: new Map([
      ['old', '2026-01-05'],
      ['changed', '2026-01-05'],
      ['both', '2026-01-05'],
    ]),
    theirs: new Map([['kept', '2026-01-06']]),
  }
  expect(mergeDeleted(mine, theirs, deleted).map(({ id, by, usual }) => [id, by, usual])).toEqual([
    ['old', 'mine', 'mine'],
    ['changed', 'mine', 'theirs'],
    ['kept', 'theirs', 'mine'],
  ])
  expect(mergeDeleted(mine, theirs, { mine: undefined, theirs: undefined })).toEqual([])
})
