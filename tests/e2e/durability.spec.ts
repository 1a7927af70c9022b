import { serveBuilt } from '../built-app.ts'
import { fileOf, importInPage, look } from './crash.ts'
import { harm, makeProfile } from './damage-runs.ts'
import { openDataPage } from './import-page.ts'
import { atWrite, killDuringImports } from './kill-runs.ts'
import { killDuringMigrations, thawInto } from './migration-runs.ts'
import { serveSteps } from './steps.ts'
import { expect, test } from './story.ts'
import { countInTwoTabs, ordersIn } from './tab-runs.ts'

// The short form of endurance.spec.ts.

test('a browser killed in the middle of an import leaves whole imports, and every one that was told as stored', async ({
  browserName: _,
}, info) => {
  const server = await serveSteps()
  const figures = await killDuringImports(info.outputPath('profile'), server, () => [
    atWrite('put manifests'),
  ])
  await server.close()
  console.log(`killed ${figures.kills} times: ${figures.hit.join('; ')}`)
  expect(figures.hit).toContain('put manifests 1')
  expect(figures.inWrite).toBeGreaterThanOrEqual(1)
})

test('a browser killed in the middle of a migration has lost nothing', async ({ browserName: _ }, info) => {
  const server = await serveSteps()
  const old = info.outputPath('old')
  await thawInto(old, server.url, 1)
  const figures = await killDuringMigrations(old, info.outputPath('work'), server, ({ writes }) => {
    expect(writes.indexOf('createObjectStore edits'), 'the copy comes first').toBeGreaterThan(
      writes.indexOf('createWritable file'),
    )
    return [atWrite('createObjectStore rates')]
  })
  await server.close()
  console.log(`killed at: ${figures.hit.join('; ')}`)
  expect(figures).toMatchObject({ inWrite: 1, hit: ['createObjectStore rates 1'] })
})

test('a damaged profile is told, and comes back from its rescue copy', async ({ browserName: _ }, info) => {
  const host = await serveBuilt()
  const good = info.outputPath('good')
  await makeProfile(good, host.url)
  const told = await harm(good, info.outputPath('work'), host.url, ['blob deleted', 'MANIFEST emptied'])
  await host.close()
  expect([...told.values()]).toEqual([true, true])
})

test('a full disk in the middle of an import changes nothing, and the same import works when there is space', async ({
  page,
  context,
  baseURL,
}) => {
  const url = baseURL ?? ''
  const session = await context.newCDPSession(page)
  const { origin } = new URL(url)
  await openDataPage(page)
  const statuses = [await importInPage(page, fileOf(0, 400), 'file-0.csv')]
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin })
  // Space for a little more than what is there: the import that meets the end has written some of it.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 1_000_000 })
  const next = async () => {
    statuses.push(await importInPage(page, fileOf(statuses.length, 400), `file-${statuses.length}.csv`))
    return statuses.at(-1)
  }
  // Half a minute long the browser goes by the space that it knew of, however many imports go in meanwhile.
  await expect.poll(next, { timeout: 90_000, intervals: [4_000] }).toBe(507)
  const whole = statuses.length - 1
  expect(await look(page, url)).toMatchObject({ orders: whole * 400, sound: true, lost: 0 })
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  expect(await importInPage(page, fileOf(whole, 400), 'again.csv')).toBe(200)
  expect(await look(page, url)).toMatchObject({ orders: (whole + 1) * 400, sound: true })
  console.log(`disk full after ${whole} imports: told as 507, nothing torn, well again with space`)
})

test('two tabs at once: one writes, the other follows, and nothing that both count is lost', async ({
  page,
  context,
  baseURL,
}) => {
  const other = await context.newPage()
  for (const tab of [page, other]) await look(tab, baseURL ?? '')
  const statuses = await Promise.all([
    importInPage(page, fileOf(0, 400), 'file-0.csv'),
    importInPage(other, fileOf(1, 400), 'file-1.csv'),
  ])
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0)
  for (const status of statuses) expect([200, 409]).toContain(status)
  const [late] = [page, other].filter((_, at) => statuses[at] === 409)
  if (late) expect(await importInPage(late, fileOf(statuses.indexOf(409), 400), 'late.csv')).toBe(200)
  for (const tab of [page, other]) await expect.poll(async () => ordersIn(tab), { timeout: 20_000 }).toBe(800)
  expect(await countInTwoTabs([page, other], 10)).toEqual({ done: 20, entries: 20, intact: true })
})
