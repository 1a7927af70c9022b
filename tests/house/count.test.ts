import { expect, it } from 'vitest'
import { closingLine, countResults } from './count.ts'
import { seed } from './seed.ts'

const vitest = (failed: number, suites: object[] = []): string =>
  JSON.stringify({
    numPassedTests: 10,
    numFailedTests: failed,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: suites,
  })
const playwright = (unexpected: number, errors: unknown[] = []): string =>
  JSON.stringify({ stats: { expected: 5, unexpected, flaky: 0, skipped: 0 }, errors })

const line = (files: Record<string, string>, code: number): string =>
  closingLine(countResults(seed(files), code))

it('adds both runners up in one plain line', () => {
  expect(line({ 'vitest.json': vitest(0), 'playwright.json': playwright(0) }, 0)).toBe(
    '15 passed, 0 failed, 1 skipped',
  )
  expect(line({ 'playwright.json': playwright(2) }, 1)).toBe('5 passed, 2 failed')
})

it('counts what needed a second try, beside those that passed', () => {
  const results = JSON.stringify({
    stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 0 },
    errors: [],
  })
  expect(countResults(seed({ 'playwright.json': results }), 0)).toEqual({
    passed: 6,
    failed: 0,
    skipped: 0,
    unsteady: 1,
  })
})

it('never calls a bad end good', () => {
  expect(line({}, 1)).toBe('0 passed, 1 failed')
  expect(line({ 'vitest.json': vitest(0) }, 1)).toBe('10 passed, 1 failed, 1 skipped')
  const unloaded = { status: 'failed', assertionResults: [] }
  expect(line({ 'vitest.json': vitest(1, [unloaded]) }, 1)).toBe('10 passed, 2 failed, 1 skipped')
  expect(line({ 'playwright.json': playwright(0, ['no server']) }, 1)).toBe('5 passed, 1 failed')
})
