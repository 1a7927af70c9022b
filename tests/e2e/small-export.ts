import type { Page } from '@playwright/test'

const DAY_MS = 86_400_000

/** Day `index` days after 1 September 2024, 'YYYY-MM-DD'. */
const dayAt = (index: number): string =>
  new Date(Date.UTC(2024, 8, 1) + index * DAY_MS).toISOString().slice(0, 10)

/** What a small shop sold over its last 30 days, counted here by hand; amounts in pounds. */
export const LAST_30 = { net: 610, gross: 620, returns: 10, orders: 31, units: 61, postage: 3.5 }

const HEAD = 'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country'

interface Sold {
  readonly invoice: string
  readonly day: string
  readonly code?: string
  readonly quantity: number
  readonly price?: number
  readonly rest?: string
}

/** A line of the UCI layout; the hour comes from the invoice's last digit. */
const line = ({ invoice, day, code = '22001', quantity, price = 10, rest = '12000,United Kingdom' }: Sold) =>
  `${invoice},${code},MUG ${code},${quantity},${day} ${10 + (Number(invoice.slice(-1)) % 4)}:15:00,${price},${rest}`

/**
 * An export in the UCI layout: every day one order of two mugs at 10.00. In the last 30 days there are also one order
 * of one mug at 20.00 from France, one mug of 10.00 given back, and postage of 3.50.
 */
export function smallExport(days: number): string {
  const daily = Array.from({ length: days }, (_, index) =>
    line({
      invoice: String(500_000 + index),
      day: dayAt(index),
      quantity: 2,
      rest: `${12_000 + (index % 9)},United Kingdom`,
    }),
  )
  const day = dayAt(days - 3)
  const french = { invoice: '600001', day, quantity: 1, rest: '13000,France' }
  return [
    HEAD,
    ...daily,
    line({ ...french, code: '22002', price: 20 }),
    line({ ...french, code: 'POST', price: 3.5 }),
    line({ invoice: 'C600003', day, quantity: -1 }),
  ].join('\n')
}

/** One order a day with a weekly rhythm and a little restlessness, always the same. */
export const restlessExport = (days: number): string =>
  [
    HEAD,
    ...Array.from({ length: days }, (_, index) => {
      const quantity = 20 + (index % 7 > 4 ? 15 : 0) + ((index * 37) % 11)
      return line({ invoice: String(500_000 + index), day: dayAt(index), quantity })
    }),
  ].join('\n')

interface Door {
  call(method: string, path: string, options?: unknown): Promise<{ status: number; body: { id: string } }>
}

/** Imports a text as a file into the open workspace through the API; answers the status of the commit. */
export function importText(page: Page, text: string, name = 'export.csv'): Promise<number> {
  return page.evaluate(
    async ([content, file]) => {
      const { ventas } = window as unknown as { ventas: Door }
      const files = [new File([content], file, { type: 'text/csv' })]
      const options = { currency: 'GBP', time_zone: 'Europe/London' }
      const looked = await ventas.call('POST', '/api/v1/imports', { body: { files, options } })
      const stored = await ventas.call('POST', `/api/v1/imports/${looked.body.id}/commit`)
      return stored.status
    },
    [text, name] as const,
  )
}
