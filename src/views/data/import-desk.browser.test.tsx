import { MemoryRouter, Route } from '@solidjs/router'
import { screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { renderPart } from '../../../tests/render-part.tsx'
import { commitImport } from '../../api/imports.ts'
import { JobsProvider } from '../../ui/jobs.tsx'
import { type Shop, ShopProvider } from '../shop.tsx'
import { createImportDesk, type ImportDesk } from './import-desk.ts'
import { setStage } from './stage.ts'

const FILES = [new File(['a'], 'orders.csv')]
const DRY_RUN = { id: 'a', files: [], added: 1, updated: 0, unchanged: 0, effect: null }

let switches: ((next: object) => void)[] = []
let current: object

/** A shop whose imports are seen; to store them fails with the code that is given. */
const shopFailing = (code: string) =>
  ({
    client: {
      run: async (operation: unknown) =>
        operation === commitImport
          ? { ok: false, failure: { code, detail: 'words of the engine' } }
          : { ok: true, value: DRY_RUN },
      session: {
        current: () => current,
        onSwitch: (listener: (next: object) => void) => {
          switches.push(listener)
          return () => (switches = switches.filter((known) => known !== listener))
        },
      },
    },
    version: () => 'a:1',
    span: () => ({ first: null, last: null }),
  }) as unknown as Shop

async function openDesk(code: string): Promise<ImportDesk> {
  let desk: ImportDesk | undefined
  const Page = () => {
    desk = createImportDesk()
    return null
  }
  await renderPart(() => (
    <JobsProvider>
      <ShopProvider shop={shopFailing(code)}>
        <MemoryRouter>
          <Route path="*" component={Page} />
        </MemoryRouter>
      </ShopProvider>
    </JobsProvider>
  ))
  await expect.poll(() => desk).toBeDefined()
  if (!desk) throw new Error('no desk')
  await desk.look(FILES)
  expect(desk.stage()).toMatchObject({ kind: 'seen' })
  return desk
}

beforeEach(() => {
  switches = []
  current = { row: { id: 'shop' }, database: { name: 'before' } }
})
afterEach(() => void setStage({ kind: 'idle', workspace: '' }))

it('a preview that a lock or a reopening has dropped is told, and its files are still at hand', async () => {
  const desk = await openDesk('BUSY')
  for (const tell of [...switches]) tell({ row: { id: 'shop' }, database: undefined })
  expect(desk.stage()).toMatchObject({ kind: 'failed', gone: true, files: FILES })
})

it('a workspace that only has another name keeps the preview; another one drops it', async () => {
  const desk = await openDesk('BUSY')
  for (const tell of [...switches]) tell({ ...current, row: { id: 'shop', name: 'New' } })
  expect(desk.stage()).toMatchObject({ kind: 'seen' })
  for (const tell of [...switches]) tell({ row: { id: 'other' }, database: {} })
  expect(desk.stage()).toMatchObject({ kind: 'idle' })
})

it.each([
  ['NOT_FOUND', true],
  ['QUOTA', undefined],
])('an import that was not stored (%s) can be looked at again', async (code, gone) => {
  const desk = await openDesk(code)
  expect(await desk.store()).toBe(false)
  expect(desk.stage()).toMatchObject({ kind: 'failed', files: FILES, failure: { code } })
  expect((desk.stage() as { gone?: boolean }).gone).toBe(gone)
  expect(screen.queryByText(/words of the engine/)).toBeNull()
})
