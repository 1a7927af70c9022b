import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** How many tests of a run passed, failed and were skipped. */
export interface Count {
  passed: number
  failed: number
  skipped: number
  /** Of those that passed: how many needed CI's second try. Each is a race to be mended, and none is hidden. */
  unsteady: number
}

interface VitestResults {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

interface PlaywrightResults {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

const read = <Results>(path: string): Results | undefined =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Results) : undefined

const ofVitest = (results: VitestResults): Count => {
  const unloaded = results.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + unloaded.length,
    skipped: results.numPendingTests + results.numTodoTests,
    unsteady: 0,
  }
}

const ofPlaywright = ({ stats, errors }: PlaywrightResults): Count => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + errors.length,
  skipped: stats.skipped,
  unsteady: stats.flaky,
})

/**
 * Adds up what Vitest and Playwright wrote into `folder`. A file of tests that did not load is one failure, and so is
 * a run that ended badly (`code` is its exit code) without a failed test.
 */
export function countResults(folder: string, code: number): Count {
  const vitest = read<VitestResults>(join(folder, 'vitest.json'))
  const playwright = read<PlaywrightResults>(join(folder, 'playwright.json'))
  const counts = [...(vitest ? [ofVitest(vitest)] : []), ...(playwright ? [ofPlaywright(playwright)] : [])]
  const sum = (name: keyof Count): number => counts.reduce((total, count) => total + count[name], 0)
  const failed = sum('failed')
  return {
    passed: sum('passed'),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: sum('skipped'),
    unsteady: sum('unsteady'),
  }
}

/** The closing line of .ci/run. */
export const closingLine = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder = '.', code = '0'] = process.argv.slice(2)
  const count = countResults(folder, Number(code))
  if (count.unsteady > 0) console.log(`${count.unsteady} passed on the second try only: mend them`)
  console.log(closingLine(count))
  process.exitCode = count.failed > 0 ? 1 : 0
}
