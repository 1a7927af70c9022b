import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { FileEntry } from '../../src/store/file/entries.ts'
import { readFile } from '../../src/store/file/read-file.ts'
import { writeFile } from '../../src/store/file/write-file.ts'
import { ready } from '../built-app.ts'
import { figuresOf, shopifyOrders } from './import-page.ts'
import { importText } from './small-export.ts'
import { expect, test } from './story.ts'

const PASSWORD = 'mesa lluvia tren verde'
const MOVED = 'settings.jsonl'

/** The file as somebody may pack it anew who has its password: its content is in order, and not as it was signed. */
async function tampered(path: string): Promise<Buffer> {
  const entries: FileEntry[] = []
  await readFile(
    new Blob([readFileSync(path)]),
    async ({ name, content }) => {
      const pieces: Uint8Array<ArrayBuffer>[] = []
      for await (const piece of content) pieces.push(piece.slice())
      entries.push({ name, content: new Blob(pieces) })
    },
    { password: PASSWORD },
  )
  async function* moved() {
    yield* entries.filter(({ name }) => name !== MOVED)
    yield* entries.filter(({ name }) => name === MOVED)
  }
  const { file } = await writeFile(moved())
  return Buffer.from(await file.arrayBuffer())
}

async function give(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open a file…' }).click()
  await (await chooser).setFiles(file)
}

test('a workspace leaves as an encrypted, signed file, is looked into, and opens beside with the same figures; one that was changed since says so', async ({
  page,
}) => {
  await page.goto('/settings')
  await ready(page)
  expect(await importText(page, shopifyOrders(1001, 1060))).toBe(200)
  const before = await figuresOf(page)
  await expect(page.getByText('You have not saved a copy outside this browser yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Export…' }).click()
  const leave = page.getByRole('dialog')
  await expect(leave.getByText('E-mail', { exact: true })).toBeVisible()
  await leave.getByLabel('Password (optional)').fill(PASSWORD)
  await expect(leave.getByText('Very good')).toBeVisible()
  await leave.getByRole('checkbox', { name: 'Sign the file' }).check()
  const download = page.waitForEvent('download')
  await leave.getByRole('button', { name: 'Save the file' }).click()
  const path = await (await download).path()
  await expect(page.getByText(/^Last copy saved elsewhere/)).toBeVisible()

  await give(page, { name: 'changed.ventas', mimeType: '', buffer: await tampered(path) })
  const enter = page.getByRole('dialog')
  await expect(enter.getByText('it was changed after it was signed', { exact: false })).toBeVisible()
  await expect(enter.getByText('Unchanged since', { exact: false })).toHaveCount(0)
  await enter.getByRole('button', { name: 'Cancel' }).click()

  await give(page, path)
  await enter.getByLabel('Password of the file').fill('wrong')
  await enter.getByRole('button', { name: 'Look inside' }).click()
  await expect(enter.getByText('That is not the password.')).toBeVisible()
  await enter.getByLabel('Password of the file').fill(PASSWORD)
  await enter.getByRole('button', { name: 'Look inside' }).click()
  await expect(enter.getByText('Nothing has been stored yet.')).toBeVisible()
  await expect(
    enter.getByText(/^Unchanged since .* signed by this installation/, { exact: false }),
  ).toBeVisible()
  await enter.getByRole('button', { name: 'Open as a new workspace' }).click()
  await expect(page.getByText(/^You opened/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Rename/ })).toHaveCount(2)
  await expect.poll(() => figuresOf(page)).toEqual(before)
})
