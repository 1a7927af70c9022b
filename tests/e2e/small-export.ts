import type { Page } from '@playwright/test'

const DAY_MS = 86_400_000

/** Day `index` days after 1 September 2024, 'YYYY-MM-DD'. */
const dayAt = (index: number): string =>
  new Date(Date.UTC(2024, 8, 1) + index * DAY_MS).toISOString().slice(0, 10)

/** What a small shop sold over its last 30 days, counted here by hand; amounts in pounds. */
export const LAST_30 = { net: 610, gross: 620, returns: 10, orders: 31, units: 61, postage: 3.5 }

/**
 * An export in the UCI layout: every day one order of two mugs at 10.00. In the last 30 days there are also one order
 * of one mug at 20.00 from France, one mug of 10.00 given back, and postage of 3.50.
 */
export function smallExport(days: number): string {
  const line = (
    invoice: string,
    code: string,
    text: string,
    quantity: number,
    day: string,
    price: number,
    rest: string,
  ) => `${invoice},${code},${text},${quantity},${day} 10:15:00,${price},${rest}`
  const daily = Array.from({ length: days }, (_, index) =>
    line(
      String(500_000 + index),
      '22001',
      'MUG',
      2,
      dayAt(index),
      10,
      `${12_000 + (index % 9)},United Kingdom`,
    ),
  )
  const late = dayAt(days - 3)
  return [
    'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country',
    ...daily,
    line('600001', '22002', 'LARGE MUG', 1, late, 20, '13000,France'),
    line('600001', 'POST', 'POSTAGE', 1, late, 3.5, '13000,France'),
    line('C600002', '22001', 'MUG', -1, late, 10, '12000,United Kingdom'),
  ].join('\n')
}

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
