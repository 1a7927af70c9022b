import type { Page } from '@playwright/test'
import { call, serveBuilt } from '../built-app.ts'
import { copyProfile, fileOf, importInPage, look, startKillable } from './crash.ts'
import { DAMAGES } from './damage.ts'
import { harm, killDuringImports, makeProfile, randomFrom } from './durability-runs.ts'
import { openDataPage } from './import-page.ts'
import { expect, test } from './story.ts'

test('a browser killed in an import leaves whole imports, and every one that was told as stored', async ({
  browserName: _,
}, info) => {
  const figures = await killDuringImports(info.outputPath('profile'), 3, randomFrom(7))
  console.log(
    `killed ${figures.kills} times, ${figures.during} in the middle: 0 torn, 0 of ${figures.acknowledged} lost`,
  )
})

test('a damaged profile is told, and comes back from its rescue copy', async ({ browserName: _ }, info) => {
  const host = await serveBuilt()
  const good = info.outputPath('good')
  await makeProfile(good, host.url)
  for (const line of await harm(good, info.outputPath('work'), host.url, ['blob deleted'])) console.log(line)
  const profile = copyProfile(good, info.outputPath('harmed'))
  expect(DAMAGES['MANIFEST emptied']?.(profile)).toBe(true)
  const browser = await startKillable(profile)
  const { page } = browser
  await page.goto(host.url)
  await expect(
    page.getByRole('alert').getByText(/Data that were saved are missing|Faltan datos/),
  ).toBeVisible()
  await page.getByRole('button', { name: /Bring back the rescue copy|Recuperar la copia/ }).click()
  await expect(page.getByText(/Data brought back|Datos recuperados/)).toBeVisible()
  expect(await look(page, host.url)).toMatchObject({ orders: 1200, sound: true, lost: 0 })
  await browser.close()
  await host.close()
})

test('a full disk in the middle of an import changes nothing, and the same import works when there is space', async ({
  page,
  context,
  baseURL,
}) => {
  const url = baseURL ?? ''
  const session = await context.newCDPSession(page)
  const { origin } = new URL(url)
  // Space for the shell of the app and an import or two; the engines are not cached then.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 6_000_000 })
  await openDataPage(page)
  const statuses: number[] = []
  while (statuses.length < 12 && statuses.at(-1) !== 507)
    statuses.push(await importInPage(page, fileOf(statuses.length, 400), `file-${statuses.length}.csv`))
  expect(statuses.at(-1)).toBe(507)
  const whole = statuses.length - 1
  expect(await look(page, url)).toMatchObject({ orders: whole * 400, sound: true, lost: 0 })
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  expect(await importInPage(page, fileOf(whole, 400), 'again.csv')).toBe(200)
  expect(await look(page, url)).toMatchObject({ orders: (whole + 1) * 400, sound: true })
  console.log(`disk full after ${whole} imports: told as 507, nothing torn, well again with space`)
})

test('two tabs at once: one writes, the other follows, nothing is torn', async ({
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
})

async function ordersIn(page: Page): Promise<number | undefined> {
  const sql = 'SELECT count(*) AS orders FROM orders'
  const { body } = await call(page, 'POST', '/api/v1/query', { body: { sql } })
  return (body as { rows?: number[][] }).rows?.[0]?.[0]
}
