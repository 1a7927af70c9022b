import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import { renderPart } from '../../../tests/render-part.tsx'
import { success } from '../../model/outcome.ts'
import { type Shop, ShopProvider } from '../shop.tsx'
import { PeoplePart } from './people.tsx'

const ANA = { name: 'Ana García', platform_id: null, phone: null }
const PEOPLE = [
  { ...ANA, customer_id: 1, email: 'ana@x.es', last_day: '2026-03-01' },
  { ...ANA, customer_id: 2, email: 'a.garcia@y.es', last_day: null },
]
const HELD = { customer: {}, orders: [] }
const TABLES = [
  { name: 'orders.csv', text: 'order_id\n#1' },
  { name: 'reviews.csv', text: '\uFEFF\r\n' },
]

type Asked = { readonly text?: string; readonly format?: 'json' | 'csv' }

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

/** The part with two people of one name found; what it saves is noted, not saved. */
async function findAna() {
  const saved: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download)
  })
  const run = async (_: unknown, asked: Asked) => {
    if (asked.text) return success({ items: PEOPLE, total: 2, next: null })
    return success(asked.format === 'csv' ? { files: TABLES } : HELD)
  }
  const shop = { client: { run }, span: () => ({ first: null, last: null }) } as unknown as Shop
  await renderPart(() => (
    <ShopProvider shop={shop}>
      <PeoplePart />
    </ShopProvider>
  ))
  fireEvent.input(screen.getByLabelText(/^E-mail/), { target: { value: 'ana garcía' } })
  fireEvent.click(screen.getByRole('button', { name: 'Find' }))
  await waitFor(() => expect(screen.getAllByText('Ana García')).toHaveLength(2))
  return saved
}

it('tells people of one name apart, also where one is asked to be erased', async () => {
  await findAna()
  expect(screen.getByText('ana@x.es · last order: 1 Mar 2026')).toBeTruthy()
  expect(screen.getByText('a.garcia@y.es · no orders')).toBeTruthy()
  fireEvent.click(screen.getAllByRole('button', { name: 'Erase this person' })[1] as HTMLElement)
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('a.garcia@y.es · no orders')
})

it('gives all that is held as one file of JSON, or as the tables that have rows', async () => {
  const saved = await findAna()
  fireEvent.click(screen.getAllByRole('button', { name: 'All that is held, as JSON' })[0] as HTMLElement)
  await waitFor(() => expect(saved).toEqual(['person-1.json']))
  fireEvent.click(screen.getAllByRole('button', { name: 'All that is held, as CSV' })[0] as HTMLElement)
  await waitFor(() => expect(saved).toEqual(['person-1.json', 'person-1-orders.csv']))
})
