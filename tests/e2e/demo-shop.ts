import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { call } from '../built-app.ts'

interface Summary {
  readonly metrics?: { readonly orders: { readonly value: number } }
}

const EVER = { from: '2000-01-01', to: '2099-12-31', compare: 'none' }

/** Orders of the open workspace over all time; 0 while there is nothing. */
export async function countOrders(page: Page): Promise<number> {
  const { body } = await call(page, 'GET', '/api/v1/dashboard/summary', { query: EVER })
  return (body as Summary).metrics?.orders.value ?? 0
}

const BUTTON = /^(Open the demo shop|Abrir la tienda de demostración)$/

/** Opens the demo shop by its button on the first screen and waits until its orders are there. */
export async function openDemoShop(page: Page): Promise<void> {
  await page.getByRole('button', { name: BUTTON }).click()
  await expect.poll(() => countOrders(page), { timeout: 90_000 }).toBeGreaterThan(20_000)
}
