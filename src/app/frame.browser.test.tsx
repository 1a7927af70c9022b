import { MemoryRouter, createMemoryHistory } from '@solidjs/router'
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import type { Component } from 'solid-js'
import { afterEach, describe, expect, test } from 'vitest'
import { press } from '../../tests/render-part.tsx'
import type { Client } from '../api/client.ts'
import { loadText } from '../ui/text/text.tsx'
import type { Shop } from '../views/shop.tsx'
import { Frame } from './frame.tsx'
import { NotFound } from './not-found.tsx'
import { Providers } from './providers.tsx'
import { routeOf } from './routes.ts'
import type { Section } from './sections.ts'

const Broken = () => {
  throw new Error('the page broke')
}

const page = (name: Section['name'], path: string, ranged: boolean, Page: Component): Section => ({
  name,
  path,
  ranged,
  icon: 'i-lucide-database',
  load: async () => ({ default: Page }),
})

const SECTIONS = [
  page('dashboard', '/', true, () => <h1>All sales</h1>),
  page('data', '/data', false, () => <h1>Files</h1>),
  page('query', '/query', false, Broken),
]

/** A shop whose operations all fail: the frame must stand without any answer. */
const SHOP: Shop = {
  client: {
    run: async () => ({ ok: false, failure: { code: 'BUSY', detail: 'busy' } }),
    session: { onEnd: () => () => {} },
  } as unknown as Client,
  version: () => 'a:1',
  name: () => 'Lola Ceramics',
  lostSeen: () => 0,
  locked: () => false,
  isDemo: () => false,
  viewer: () => false,
  currency: () => 'EUR',
  timeZone: () => 'Europe/Madrid',
  today: () => '2026-03-20',
  span: () => ({ first: '2024-03-01', last: '2026-03-20' }),
}

async function openApp(path: string, shop = SHOP) {
  const text = await loadText('en')
  const history = createMemoryHistory()
  history.set({ value: path })
  render(() => (
    <Providers text={text}>
      <MemoryRouter
        history={history}
        root={(root) => (
          <Frame shop={shop} sections={SECTIONS}>
            {root.children}
          </Frame>
        )}
      >
        {[...SECTIONS.map(routeOf), { path: '*', component: NotFound }]}
      </MemoryRouter>
    </Providers>
  ))
  return history
}

afterEach(cleanup)

describe('Frame', () => {
  test('goes from page to page with title, focus and range', async () => {
    const history = await openApp('/?range=last_90')
    await screen.findByRole('heading', { name: 'All sales' })
    expect(document.title).toBe('Summary · Ventas')
    fireEvent.click(screen.getAllByRole('link', { name: 'Data', hidden: true })[0] as Element)
    await screen.findByRole('heading', { name: 'Files' })
    expect(document.title).toBe('Data · Ventas')
    expect(history.get()).toBe('/data?range=last_90')
    expect(document.activeElement).toBe(screen.getByRole('main'))
    expect(screen.getAllByRole('link', { current: 'page', hidden: true }).length).toBeGreaterThan(0)
  })

  test('shows the range where a page looks at it, and keeps it in the address', async () => {
    const history = await openApp('/')
    fireEvent.click(await screen.findByRole('button', { name: /^Last 30 days/ }))
    fireEvent.click(await screen.findByRole('button', { name: 'This month' }))
    await waitFor(() => expect(history.get()).toBe('/?range=this_month'))
    expect(screen.getByRole('button', { name: /^This month/ })).toBeTruthy()
  })

  test('of a file of figures only offers no range, and no pages that would all show the same', async () => {
    await openApp('/', { ...SHOP, viewer: () => true })
    await waitFor(() => expect(screen.getAllByRole('link', { name: 'Summary', hidden: true }).length).toBe(2))
    expect(screen.queryAllByRole('link', { name: 'Data', hidden: true })).toEqual([])
    expect(screen.queryByRole('button', { name: /^Last 30 days/ })).toBeNull()
  })

  test('finds a page by keyboard alone', async () => {
    await openApp('/')
    await screen.findByRole('heading', { name: 'All sales' })
    dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, cancelable: true }))
    const search = await screen.findByRole('combobox', { name: 'Search pages and actions' })
    fireEvent.input(search, { target: { value: 'dat' } })
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('Data')
    search.focus()
    press('Enter')
    await screen.findByRole('heading', { name: 'Files' })
  })

  test('a page that breaks leaves the frame standing', async () => {
    await openApp('/query')
    expect((await screen.findByRole('alert')).textContent).toContain('This page could not be shown')
    expect(screen.getByText(/the page broke/)).toBeTruthy()
    expect(screen.getByRole('main')).toBeTruthy()
    expect(screen.getAllByRole('link', { name: 'Data', hidden: true }).length).toBeGreaterThan(0)
  })

  test('an address that leads nowhere says so', async () => {
    await openApp('/nowhere')
    await screen.findByRole('heading', { name: 'This page does not exist' })
    expect(screen.getByText(/\/nowhere/)).toBeTruthy()
    expect(document.title).toBe('This page does not exist · Ventas')
  })

  test('stands before the workspace is open', async () => {
    const text = await loadText('en')
    render(() => (
      <Providers text={text}>
        <MemoryRouter root={() => <Frame shop={undefined} sections={SECTIONS} />}>{[]}</MemoryRouter>
      </Providers>
    ))
    expect(screen.getByRole('main').ariaBusy).toBe('true')
    expect(screen.getAllByRole('link', { name: 'Data', hidden: true }).length).toBeGreaterThan(0)
  })
})
