import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { serveBuilt } from '../built-app.ts'
import { endBrowsers, fileOf, importInPage, look, startKillable } from './crash.ts'
import { DAMAGES } from './damage.ts'
import { cutLogs, expectSound, harm, makeProfile } from './damage-runs.ts'
import {
  anywhere,
  atEachWrite,
  killDuringImports,
  randomFrom,
  startTelling,
  whileWriting,
} from './kill-runs.ts'
import { killDuringMigrations, thawInto } from './migration-runs.ts'
import { killDuringChanges, onceTold } from './passphrase-runs.ts'
import { serveSteps } from './steps.ts'
import { expect, test } from './story.ts'
import { countInTwoTabs, crashWriter, followWhile, ordersIn, rendererOf } from './tab-runs.ts'

test.setTimeout(60 * 60_000)
test.afterEach(endBrowsers)

/** Kills at 50 random instants, half of them in the measured time of writing. */
const RANDOM = 50
const times = <Value>(count: number, make: (at: number) => Value): Value[] =>
  Array.from({ length: count }, (_, at) => make(at))

test('an import killed at 50 random instants and at each write: 0 torn, 0 acknowledged lost @endurance', async ({
  browserName: _,
}, info) => {
  const server = await serveSteps()
  const random = randomFrom(11)
  let writes = 0
  const figures = await killDuringImports(info.outputPath('profile'), server, (spans) => {
    writes = spans.writes.length
    console.log(
      `an import takes ${spans.all} ms, ${spans.write} ms of them writing: ${spans.writes.join(', ')}`,
    )
    return [
      ...atEachWrite(spans.writes),
      ...times(RANDOM, (at) => (at % 2 === 0 ? anywhere : whileWriting)(random(), spans)),
    ]
  })
  await server.close()
  console.log(figures.hit.join('\n'))
  console.log(
    `import: killed ${figures.kills} times (${writes} at each write), ${figures.inWrite} in the write: 0 torn, 0 of ${figures.acknowledged} lost`,
  )
  expect(figures.inWrite).toBeGreaterThanOrEqual(writes - 2 + RANDOM / 5)
})

test('a migration killed at 50 random instants and at each write: nothing lost @endurance', async ({
  browserName: _,
}, info) => {
  const server = await serveSteps()
  const random = randomFrom(13)
  const old = info.outputPath('old')
  await thawInto(old, server.url, 1)
  let writes = 0
  const figures = await killDuringMigrations(old, info.outputPath('work'), server, (spans) => {
    writes = spans.writes.length
    console.log(
      `a migration takes ${spans.all} ms, ${spans.write} ms of them writing: ${spans.writes.join(', ')}`,
    )
    return [
      ...atEachWrite(spans.writes),
      ...times(RANDOM, (at) => (at % 2 === 0 ? anywhere : whileWriting)(random(), spans)),
    ]
  })
  await server.close()
  console.log(figures.hit.join('\n'))
  console.log(
    `migration: killed ${figures.kills} times (${writes} at each write), ${figures.inWrite} in the write: nothing lost`,
  )
  expect(figures.inWrite).toBeGreaterThanOrEqual(writes - 2 + RANDOM / 5)
})

test('a change of passphrase killed at each write, at 20 random instants and once told: one of the two opens it, all orders there @endurance', async ({
  browserName: _,
}, info) => {
  const server = await serveSteps()
  const random = randomFrom(17)
  const figures = await killDuringChanges(info.outputPath('profile'), server, (spans) => {
    console.log(`a change takes ${spans.all} ms, ${spans.write} ms writing: ${spans.writes.join(', ')}`)
    return [
      ...atEachWrite(spans.writes),
      onceTold,
      ...times(20, (at) => (at % 2 === 0 ? anywhere : whileWriting)(random(), spans)),
    ]
  })
  await server.close()
  console.log(figures.hit.join('\n'))
  console.log(
    `passphrase: killed ${figures.kills} times, ${figures.changed} with the new one in force, ${figures.kept} with the old: exactly one each time`,
  )
  expect(figures.changed).toBeGreaterThan(0)
  expect(figures.kept).toBeGreaterThan(0)
})

test('the log cut at 20 places: whole generations, told and brought back @endurance', async ({
  browserName: _,
}, info) => {
  const host = await serveBuilt()
  const good = info.outputPath('good')
  await makeProfile(good, host.url)
  await expectSound(good, info.outputPath('work'), host.url)
  for (const line of await cutLogs(good, info.outputPath('work'), host.url, 20)) console.log(line)
  await host.close()
})

test('nine kinds of damage: told and brought back, but one that the browser mends @endurance', async ({
  browserName: _,
}, info) => {
  const host = await serveBuilt()
  const good = info.outputPath('good')
  await makeProfile(good, host.url)
  await expectSound(good, info.outputPath('work'), host.url)
  const told = await harm(good, info.outputPath('work'), host.url, Object.keys(DAMAGES))
  for (const [name, was] of told) console.log(`${name}: ${was ? 'told and brought back' : 'no harm'}`)
  // Chrome finds the newest MANIFEST by itself: nothing is lost then, and nothing to tell.
  expect([...told].filter(([, was]) => !was).map(([name]) => name)).toEqual(['CURRENT deleted'])
  expect(told.size).toBe(9)
  await host.close()
})

test('two tabs that count up 200 times each: 400 @endurance', async ({ page, context, baseURL }) => {
  const other = await context.newPage()
  await look(page, baseURL ?? '')
  expect(await importInPage(page, fileOf(0, 400), 'file-0.csv')).toBe(200)
  await look(other, baseURL ?? '')
  const counted = await countInTwoTabs([page, other], 200)
  console.log(`two tabs: ${counted.done} changes told as done, ${counted.entries} entries in the history`)
  expect(counted).toEqual({ done: 400, entries: 400, intact: true })
})

test('a tab that follows ten imports sees whole ones, and takes over when the writer crashes @endurance', async ({
  browserName: _,
}, info) => {
  const server = await serveSteps()
  const browser = await startTelling(info.outputPath('profile'))
  const writer = browser.page
  await look(writer, server.url)
  const renderer = await rendererOf(writer)
  const other = await writer.context().newPage()
  await look(other, server.url)
  const seen = await followWhile(other, async () => {
    for (const number of times(10, (at) => at))
      expect(await importInPage(writer, fileOf(number, 400), `file-${number}.csv`)).toBe(200)
  })
  expect(seen.filter((orders) => orders % 400 !== 0)).toEqual([])
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  await expect.poll(() => ordersIn(other)).toBe(4000)
  const freed = await crashWriter(writer, renderer, other, server)
  await browser.close()
  console.log(
    `following tab: ${seen.length} looks, none torn; lock of a crashed writer taken over in ${freed} ms`,
  )
  await server.close()
})

/** A small disk of its own at a folder; null where this machine lets nobody make one. */
function smallDisk(folder: string): { grow(): void; remove(): void } | null {
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=70m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  return {
    grow: () => execFileSync('mount', ['-o', 'remount,size=200m', folder]),
    remove: () => execFileSync('umount', ['-l', folder]),
  }
}

test('a disk that is really full: told, atomic, and well again with space @endurance', async ({
  browserName: _,
}, info) => {
  const folder = info.outputPath('disk')
  const disk = smallDisk(folder)
  test.skip(
    disk === null,
    'a small disk can only be mounted by the administrator; the short form uses a quota',
  )
  const host = await serveBuilt()
  const browser = await startKillable(`${folder}/profile`)
  try {
    const { page } = browser
    await look(page, host.url)
    const stored: number[] = []
    for (let number = 0; number < 60 && (stored.at(-1) ?? 200) === 200; number += 1)
      stored.push(await importInPage(page, fileOf(number, 400), `file-${number}.csv`))
    const refused = stored.at(-1)
    const whole = stored.length - 1
    expect(whole).toBeGreaterThan(0)
    // Short of space, a browser may take away all that a page has stored: that is told, never passed over.
    const full = await look(page, host.url)
    const atOnce = full.lost > 0 || !full.sound
    if (!atOnce) {
      expect(refused).toBe(507)
      expect(full).toMatchObject({ orders: whole * 400, net: whole * 400, sound: true, lost: 0 })
    }
    disk?.grow()
    // The same page, the same connection; the browser looks how much space there is only now and then.
    let after = 507
    const again = async () => (after = await importInPage(page, fileOf(90, 400), 'after.csv'))
    await expect.poll(again, { timeout: 150_000, intervals: [5000] }).not.toBe(507)
    const found = await look(page, host.url)
    const taken = found.lost > 0 || !found.sound
    if (atOnce) expect(taken, 'what was told as lost stays told').toBe(true)
    if (!taken)
      expect(found).toMatchObject({ orders: (whole + (after === 200 ? 1 : 0)) * 400, sound: true, lost: 0 })
    console.log(
      `${whole} imports until the disk was full; the next was told as ${refused}; with space: ${taken ? 'taken away by the browser, and told' : `well again (${after})`}`,
    )
  } finally {
    await browser.close()
    await host.close()
    disk?.remove()
  }
})
