import { describe, expect, it } from 'vitest'
import { foldHeader } from './header.ts'
import { proposeMapping } from './propose-mapping.ts'

const table = (header: string, ...rows: string[]) => ({
  header: header.split(','),
  columns: header.split(',').map((name, index) => name || `column ${index + 1}`),
  rows: rows.map((row) => row.split(',')),
})

describe('proposeMapping', () => {
  it('maps the headers of the corpus without a question', () => {
    const proposal = proposeMapping(
      table(
        'order_id,date,customer_email,sku,product,qty,unit_price,currency,status',
        'A1001,2024-03-01,c0@example.test,SKU-1,Mug,1,5.00,EUR,paid',
      ),
    )
    expect(proposal.ask).toEqual([])
    expect(proposal.mapping).toEqual({
      order_id: 'order_id',
      ordered_at: 'date',
      email: 'customer_email',
      sku: 'sku',
      product: 'product',
      quantity: 'qty',
      unit_price: 'unit_price',
      currency: 'currency',
      status: 'status',
    })
  })

  it.each([
    ['Número de pedido,Fecha,Cliente,Producto,Cantidad,Precio unitario', '1,2024-03-01,ana,Jarra,1,5.00'],
    ['Nº Pedido,Data,Comprador,Produto,Qtd,Preço', '1,2024-03-01,ana,Jarra,1,5.00'],
  ])('knows Spanish and Portuguese: %s', (header, row) => {
    const { mapping, ask } = proposeMapping(table(header, row))
    expect(ask).toEqual([])
    expect(Object.keys(mapping).sort()).toEqual([
      'customer',
      'order_id',
      'ordered_at',
      'product',
      'quantity',
      'unit_price',
    ])
  })

  it('knows the short forms of small shops: an amount is no price', () => {
    const { mapping } = proposeMapping(
      table('Fec.,Artículo,Uds.,P. unit.,Imp.', '2024-03-01,Jarra,2,5.00,10.00'),
    )
    expect(mapping).toMatchObject({
      ordered_at: 'Fec.',
      product: 'Artículo',
      quantity: 'Uds.',
      unit_price: 'P. unit.',
      amount: 'Imp.',
    })
  })

  it('finds date, e-mail and price by their values, and says so', () => {
    const { proposals, ask } = proposeMapping(
      table('a,b,c,d', 'x1,2024-03-01,ana@example.test,5.00', 'x2,2024-03-02,bob@example.test,7.50'),
    )
    expect(ask).toEqual([])
    expect(proposals.map(({ field, column, by }) => [field, column, by])).toEqual([
      ['ordered_at', 'b', 'values'],
      ['email', 'c', 'values'],
      ['amount', 'd', 'values'],
    ])
  })

  it('does not believe a name against the values', () => {
    const { mapping } = proposeMapping(table('date,day,price', 'Mug,2024-03-01,5.00', 'Lamp,2024-03-02,6.00'))
    expect(mapping.ordered_at).toBe('day')
  })

  it('takes no share of the price for an amount of discount', () => {
    const { mapping } = proposeMapping(
      table('date,sales,discount', '2024-03-01,5.00,0.2', '2024-03-02,6.00,0'),
    )
    expect(mapping).toEqual({ ordered_at: 'date', amount: 'sales' })
  })

  it('asks for a column without a name, the likely one first', () => {
    const sample = table('order_id,,price', 'A1,2024-03-01,5.00')
    expect(proposeMapping(sample).ask).toEqual([
      { code: 'COLUMN_NEEDED:date', choices: ['column 2', 'order_id', 'price'] },
    ])
    expect(proposeMapping(sample, { ordered_at: 'column 2' }).ask).toEqual([])
  })

  it('tells lists of products and of people from sales', () => {
    expect(proposeMapping(table('sku,title,price,stock', 'a,Mug,5.00,3')).reason).toBe('LOOKS_LIKE_PRODUCTS')
    expect(proposeMapping(table('first name,last name,email,city', 'A,B,a@b.test,Vigo')).reason).toBe(
      'LOOKS_LIKE_CUSTOMERS',
    )
  })
})

it.each([
  ['\ufeffNúmero de orden', 'numero de orden'],
  ['Lineitem compare-at price', 'lineitem compare at price'],
  ['order_id ', 'order id'],
])('folds %j to %j', (name, folded) => {
  expect(foldHeader(name)).toBe(folded)
})
