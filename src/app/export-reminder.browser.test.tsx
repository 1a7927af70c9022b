import { MemoryRouter, Route } from '@solidjs/router'
import { screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { renderPart } from '../../tests/render-part.tsx'
import { type Shop, ShopProvider } from '../views/shop.tsx'
import { ExportReminder } from './export-reminder.tsx'

const SAFARI =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15'

beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

const shopWith = (due: boolean, first: string | null, demo = false) =>
  ({
    client: { run: async () => ({ ok: true, value: { backup_due: due } }) },
    span: () => ({ first, last: first }),
    isDemo: () => demo,
    locked: () => false,
  }) as unknown as Shop

const open = (shop: Shop) =>
  renderPart(() => (
    <MemoryRouter>
      <Route
        path="*"
        component={() => (
          <ShopProvider shop={shop}>
            <ExportReminder />
          </ShopProvider>
        )}
      />
    </MemoryRouter>
  ))

it('reminds of changes that are in no exported copy, once a day', async () => {
  const first = await open(shopWith(true, '2024-01-01'))
  expect(await screen.findByText('It is time to export a copy')).toBeTruthy()
  first.unmount()
  await open(shopWith(true, '2024-01-01'))
  await expect(screen.findByText('It is time to export a copy', {}, { timeout: 300 })).rejects.toThrow()
})

it('tells users of Safari what it deletes once they have data, and nobody else', async () => {
  const other = await open(shopWith(false, '2024-01-01'))
  await expect(screen.findByText('Safari may delete these data', {}, { timeout: 300 })).rejects.toThrow()
  other.unmount()
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(SAFARI)
  for (const none of [shopWith(false, null), shopWith(false, '2024-01-01', true)]) {
    const empty = await open(none)
    await expect(screen.findByText('Safari may delete these data', {}, { timeout: 300 })).rejects.toThrow()
    empty.unmount()
  }
  await open(shopWith(false, '2024-01-01'))
  expect(await screen.findByText('Safari may delete these data')).toBeTruthy()
})
