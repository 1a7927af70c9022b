import { expect, test } from 'vitest'
import { isFullDisk, rootName } from './full-disk.ts'

const fault = (name: string, message: string, inner?: unknown) =>
  Object.assign(new Error(message), { name, ...(inner !== undefined && { inner }) })

test.each([
  ['the file system’s own', fault('QuotaExceededError', 'full')],
  ['Dexie’s, of a put', fault('AbortError', 'QuotaExceededError', fault('QuotaExceededError', 'full'))],
  ['Dexie’s that lost its inner on the way from a worker', fault('Error', 'QuotaExceededError')],
  ['the first refusal of a full disk', fault('DataError', 'Failed to write blobs (IOError)')],
  [
    'the same within Dexie’s',
    fault('AbortError', 'aborted', fault('DataError', 'Failed to write blobs (IOError)')),
  ],
])('%s error says that the disk is full', (_, cause) => {
  expect(isFullDisk(cause)).toBe(true)
})

test.each([
  ['a file that cannot be read', fault('DataError', 'Failed to write blobs (InvalidBlob)')],
  ['a bug', new TypeError('x is undefined')],
  ['a text', 'QuotaExceededError'],
  ['nothing', null],
])('%s does not', (_, cause) => {
  expect(isFullDisk(cause)).toBe(false)
})

test('the root of an error has the browser’s own name', () => {
  const closed = fault('AbortError', 'aborted', fault('DatabaseClosedError', 'closed'))
  expect([rootName(closed), rootName('text'), rootName(new TypeError('x'))]).toEqual([
    'DatabaseClosedError',
    '',
    'TypeError',
  ])
})
