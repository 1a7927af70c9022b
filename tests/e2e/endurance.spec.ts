import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { call, serveBuilt } from '../built-app.ts'
import { fileOf, importInPage, look, startKillable } from './crash.ts'
import { DAMAGES } from './damage.ts'
import { cutLogs, harm, killDuringImports, makeProfile, randomFrom } from './durability-runs.ts'
import { expect, test } from './story.ts'

test.setTimeout(30 * 60_000)

test('50 kills in imports: 0 torn, 0 acknowledged lost @endurance', async ({ browserName: _ }, info) => {
  const figures = await killDuringImports(info.outputPath('profile'), 50, randomFrom(11))
  console.log(
    `killed ${figures.kills} times, ${figures.during} in the middle: 0 torn, 0 of ${figures.acknowledged} lost`,
  )
})

test('the log cut at 20 places: whole generations, and told what is missing @endurance', async ({
  browserName: _,
}, info) => {
  const host = await serveBuilt()
  const good = info.outputPath('good')
  await makeProfile(good, host.url)
  for (const line of await cutLogs(good, info.outputPath('work'), host.url, 20)) console.log(line)
  await host.close()
})

test('nine kinds of damage: nine told @endurance', async ({ browserName: _ }, info) => {
  const host = await serveBuilt()
  const good = info.outputPath('good')
  await makeProfile(good, host.url)
  for (const line of await harm(good, info.outputPath('work'), host.url, Object.keys(DAMAGES)))
    console.log(line)
  await host.close()
})

test('a disk that is really full: told, atomic, and well again with space @endurance', async ({
  browserName: _,
}, info) => {
  const folder = info.outputPath('disk')
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=70m', 'tmpfs', folder])
  } catch {
    test.skip(true, 'a small disk can only be mounted by the administrator')
  }
  const host = await serveBuilt()
  const browser = await startKillable(`${folder}/profile`)
  try {
    const { page } = browser
    await look(page, host.url)
    const stored: number[] = []
    for (let number = 0; number < 60 && stored.at(-1) !== 507; number += 1)
      stored.push(await importInPage(page, fileOf(number, 400), `file-${number}.csv`))
    expect(stored.at(-1)).toBe(507)
    const whole = stored.filter((status) => status === 200).length
    const found = await look(page, host.url)
    expect(found).toMatchObject({ orders: whole * 400, sound: true })
    console.log(`${whole} imports until the disk was full; the next was told as 507`)
    execFileSync('mount', ['-o', 'remount,size=200m', folder])
    expect(await importInPage(page, fileOf(90, 400), 'after.csv')).toBe(200)
    expect((await call(page, 'GET', '/health')).status).toBe(200)
  } finally {
    await browser.close()
    await host.close()
    execFileSync('umount', ['-l', folder])
  }
})
