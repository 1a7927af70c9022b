import { MemoryRouter, Route } from '@solidjs/router'
import { screen } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import { renderPart } from '../../tests/render-part.tsx'
import { type Shop, ShopProvider } from '../views/shop.tsx'
import { PrintedFoot } from './printed-foot.tsx'

const HEAD = 'a382390b8c79776f36f8b72d56351f3572146fa658d882bddc215d1151df8ec9'

const shopWith = (total: number, broken: number | null = null) =>
  ({
    client: { run: async () => ({ ok: true, value: { head: HEAD, total, broken_at: broken } }) },
    version: () => 'a:1',
    name: () => 'Lola Ceramics',
    locked: () => false,
    viewer: () => false,
  }) as unknown as Shop

const open = (shop: Shop) =>
  renderPart(() => (
    <MemoryRouter>
      <Route
        path="*"
        component={() => (
          <ShopProvider shop={shop}>
            <PrintedFoot />
          </ShopProvider>
        )}
      />
    </MemoryRouter>
  ))

afterEach(() => void vi.useRealTimers())

it('carries the head of the change history, on paper only', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const shown = await open(shopWith(12))
  await vi.advanceTimersByTimeAsync(3_000)
  const head = screen.getByText(HEAD)
  expect(head.closest('footer')?.textContent).toMatch(/Lola Ceramics.*12 entries/)
  expect(getComputedStyle(head.closest('footer') as Element).display).toBe('none')
  shown.unmount()
  const empty = await open(shopWith(0))
  await vi.advanceTimersByTimeAsync(3_000)
  expect(screen.queryByText(HEAD)).toBeNull()
  empty.unmount()
})

it.each([
  [12, 7],
  [0, 3],
])(
  'a history of %i entries that does not hold at %i is told, without being looked for',
  async (total, at) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const whole = await open(shopWith(total))
    await vi.advanceTimersByTimeAsync(3_000)
    expect(screen.queryByText('The change history does not hold')).toBeNull()
    whole.unmount()
    const shown = await open(shopWith(total, at))
    await vi.advanceTimersByTimeAsync(3_000)
    expect(screen.getByText('The change history does not hold')).toBeTruthy()
    shown.unmount()
  },
)
