import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { renderPart } from '../../../tests/render-part.tsx'
import { success } from '../../model/outcome.ts'
import { type Shop, ShopProvider } from '../shop.tsx'
import { Retention } from './retention.tsx'

afterEach(cleanup)

async function look(last: string) {
  const preview = { before: '2024-03-01', people: 7, applied: false }
  const shop = {
    client: { run: async () => success(preview) },
    span: () => ({ first: '2020-01-01', last }),
  } as unknown as Shop
  await renderPart(() => (
    <ShopProvider shop={shop}>
      <Retention />
    </ShopProvider>
  ))
  fireEvent.click(screen.getByRole('button', { name: 'See how many are affected' }))
  await waitFor(() =>
    expect(screen.getByText('7 people have ordered nothing since 1 Mar 2024.')).toBeTruthy(),
  )
}

it('warns where the data end before the day that the rule asks about: nobody can have ordered since', async () => {
  await look('2022-12-30')
  expect(screen.getByText(/your data end on 30 Dec 2022/)).toBeTruthy()
})

it('does not warn where the data reach it', async () => {
  await look('2026-02-01')
  expect(screen.queryByText(/your data end on/)).toBeNull()
})
