import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library'
import { afterEach, describe, expect, test } from 'vitest'
import { press, renderPart } from '../../../tests/render-part.tsx'
import type { Column } from './columns.ts'
import { Table } from './table.tsx'

interface Product {
  readonly name: string
  readonly net: number | null
}

const COLUMNS: readonly Column<Product>[] = [
  { key: 'name', label: 'Product', value: (row) => row.name },
  { key: 'net', label: 'Net sales', kind: 'money', currency: 'EUR', value: (row) => row.net, total: 42.5 },
]
const FEW: readonly Product[] = [
  { name: 'Mug', net: 10 },
  { name: 'Candle', net: null },
  { name: 'Apron', net: 32.5 },
]
const many = Array.from({ length: 1000 }, (_, index) => ({ name: `Product ${index}`, net: index }))

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent)

afterEach(cleanup)

describe('Table', () => {
  test('has a name, figures as money, and a total row that says what it totals', async () => {
    await renderPart(() => (
      <Table title="Products" columns={COLUMNS} rows={FEW} totalLabel="Total of 3 products" />
    ))
    const table = screen.getByRole('table', { name: 'Products' })
    expect(within(table).getByRole('cell', { name: '€32.50' })).toBeTruthy()
    expect(within(table).getByRole('cell', { name: 'Total of 3 products' })).toBeTruthy()
    expect(within(table).getByRole('cell', { name: '€42.50' })).toBeTruthy()
  })

  test('sorts figures largest first, then smallest, with missing ones last both ways', async () => {
    await renderPart(() => <Table title="Products" columns={COLUMNS} rows={FEW} />)
    fireEvent.click(screen.getByRole('button', { name: 'Net sales' }))
    expect(names()).toEqual(['Apron', 'Mug', 'Candle'])
    expect(screen.getByRole('columnheader', { name: 'Net sales' }).ariaSort).toBe('descending')
    fireEvent.click(screen.getByRole('button', { name: 'Net sales' }))
    expect(names()).toEqual(['Mug', 'Apron', 'Candle'])
  })

  test('draws a part of many rows, and the keyboard reaches the last', async () => {
    const opened: string[] = []
    await renderPart(() => (
      <Table
        title="Products"
        columns={COLUMNS}
        rows={many}
        height="max-h-80"
        onRow={(row) => opened.push(row.name)}
      />
    ))
    await waitFor(() => expect(screen.getAllByRole('rowheader').length).toBeLessThan(60))
    screen.getByRole('button', { name: 'Product 0' }).focus()
    press('ArrowDown')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Product 1'))
    press('End')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Product 999'))
    fireEvent.click(document.activeElement as Element)
    expect(opened).toEqual(['Product 999'])
  })

  test('rows of a long table are of one height whatever they hold, for those that are not drawn are taken as high', async () => {
    const told = {
      key: 'told',
      label: 'Told',
      value: (row: Product) => `${row.name} of a very long name`.repeat(9),
    }
    await renderPart(() => (
      <div style={{ width: '300px' }}>
        <Table title="Products" columns={[...COLUMNS, told]} rows={many} height="max-h-80" />
      </div>
    ))
    await waitFor(() => expect(screen.getAllByRole('rowheader').length).toBeLessThan(60))
    const heights = () =>
      screen.getAllByRole('rowheader').map((cell) => cell.closest('tr')!.getBoundingClientRect().height)
    // Under test, styles are made as files are met: the table's own may come after its rows.
    await waitFor(() => expect(new Set(heights())).toEqual(new Set([37])), { timeout: 10_000 })
  })

  test('says when there is nothing', async () => {
    await renderPart(() => <Table title="Products" columns={COLUMNS} rows={[]} />)
    expect(screen.getByText('There are no rows.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Download CSV' })).toBeNull()
  })
})
