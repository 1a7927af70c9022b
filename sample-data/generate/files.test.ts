import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { pack } from './csv.ts'
import { type SampleFile, digest, makeFiles } from './files.ts'
import { ORDERS_HEADER } from './orders-file.ts'
import { writeSessions } from './sessions-file.ts'
import { runShop } from './shop.ts'

/** Reads RFC 4180 again, apart from the writer. */
const readCsv = (text: string): Record<string, string>[] => {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^,\n]*)([,\n])/g)]
  const rows: string[][] = [[]]
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\n') rows.push([])
  }
  const [header = [], ...body] = rows.slice(0, -1)
  return body.map((row) => Object.fromEntries(row.map((cell, i) => [header[i] ?? '', cell])))
}

const FOLDER = fileURLToPath(new URL('..', import.meta.url))
const files = await makeFiles(runShop())
const orderRows = readCsv(files[0]?.text ?? '')
const textOf = (name: string) => files.find((file) => file.name.startsWith(name))?.text ?? ''

const stored = ({ name }: SampleFile): string => {
  const bytes = readFileSync(FOLDER + name)
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

const cents = (cell = '') => Math.round(100 * Number(cell))

describe('the committed files', () => {
  it.each(files)('$name is what the generator makes today', (file) => {
    expect(digest(stored(file))).toBe(digest(file.text))
    expect(readFileSync(`${FOLDER}README.md`, 'utf8')).toContain(digest(file.text))
  })

  it('weigh less than 6 MB together, and their gzip tells neither time nor system', () => {
    expect(files.reduce((sum, { name }) => sum + statSync(FOLDER + name).size, 0)).toBeLessThan(6_000_000)
    expect([...pack('Casa Oliva').subarray(3, 10)]).toEqual([0, 0, 0, 0, 0, 2, 255])
  })

  it('come out alike for a seed and different for another', () => {
    expect(digest(writeSessions(runShop()).text)).toBe(digest(textOf('sessions')))
    expect(digest(writeSessions(runShop(1)).text)).not.toBe(digest(textOf('sessions')))
  })
})

describe('orders_export_1.csv', () => {
  const rows = orderRows
  const firsts = rows.filter((row) => row['Id'])

  it('has a row for each line and the order’s own cells on its first alone', () => {
    expect(Object.keys(rows[0] ?? {})).toEqual(ORDERS_HEADER)
    expect(rows.length).toBe(files[0]?.rows)
    expect(new Set(rows.map(({ Name }) => Name)).size).toBe(firsts.length)
    expect(firsts.every((row) => row['Created at'] && row['Total'] && row['Source'])).toBe(true)
    expect(rows.filter((row) => !row['Id'] && (row['Total'] || row['Created at']))).toEqual([])
  })

  it('adds up: lines less discount are Subtotal, with shipping and taxes Total, never refunded beyond it', () => {
    const gross = new Map<string, number>()
    for (const row of rows) {
      const value = cents(row['Lineitem price']) * Number(row['Lineitem quantity'])
      gross.set(row['Name'] ?? '', (gross.get(row['Name'] ?? '') ?? 0) + value)
    }
    const grossOf = (row: Record<string, string>) => gross.get(row['Name'] ?? '') ?? 0
    const sum = (row: Record<string, string>, ...names: string[]) =>
      names.reduce((total, name) => total + cents(row[name]), 0)
    const wrong = firsts.filter(
      (row) =>
        sum(row, 'Subtotal', 'Discount Amount') !== grossOf(row) ||
        sum(row, 'Subtotal', 'Shipping', 'Taxes') !== cents(row['Total']) ||
        cents(row['Refunded Amount']) > cents(row['Total']),
    )
    expect(wrong).toEqual([])
  })

  it('tells the time of Madrid, with the offset of the day, within the two years', () => {
    const madrid = new Intl.DateTimeFormat('sv', {
      timeZone: 'Europe/Madrid',
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    const wrong = firsts.filter((row) => {
      const [, local = '', offset = ''] = /^(\S+ \S+) (\+0[12]00)$/.exec(row['Created at'] ?? '') ?? []
      const inside = local >= '2024-11-01' && local < '2026-11-01'
      return !inside || madrid.format(new Date(`${local.replace(' ', 'T')}${offset}`)) !== local
    })
    expect(wrong).toEqual([])
  })

  it('names nobody who could exist, and keeps the apostrophes of zips', () => {
    const mails = firsts.map((row) => row['Email'] ?? '').filter(Boolean)
    expect(mails.filter((mail) => !/^[a-z.0-9]+@example\.(com|org)$/.test(mail))).toEqual([])
    expect(firsts.filter((row) => row['Email'] && !/^'\d/.test(row['Billing Zip'] ?? ''))).toEqual([])
  })
})

describe('the other files', () => {
  it('speak of the same products, customers and orders', () => {
    const products = readCsv(textOf('products_export'))
    const skus = new Set(products.map((row) => row['Variant SKU']))
    const handles = new Set(products.map((row) => row['Handle']))
    expect(orderRows.filter((row) => !skus.has(row['Lineitem sku']))).toEqual([])
    expect(readCsv(textOf('reviews')).filter((row) => !handles.has(row['product_handle']))).toEqual([])
    const customers = readCsv(textOf('customers_export'))
    const counted = customers.reduce((sum, row) => sum + Number(row['Total Orders']), 0)
    expect(counted).toBe(orderRows.filter((row) => row['Id'] && row['Email'] && !row['Cancelled at']).length)
    const visits = readCsv(textOf('sessions')).reduce((sum, row) => sum + Number(row['orders']), 0)
    expect(visits).toBe(orderRows.filter((row) => ['web', 'instagram'].includes(row['Source'] ?? '')).length)
  })
})
