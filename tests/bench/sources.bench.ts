import { openStaging } from '../staging.ts'
import type { Bench, Figure } from './bench.ts'

const ROWS = 50_000

const two = (number: number): string => String(number).padStart(2, '0')
const day = (index: number): string => `2025-${two(1 + (index % 12))}-${two(1 + (index % 28))}`
const usDay = (index: number): string => `${two(1 + (index % 12))}/${two(1 + (index % 28))}/25`
const price = (index: number): string => `${5 + (index % 90)}.${two(index % 100)}`

/** Made rows of a layout, two lines an order where it has lines. */
interface Made {
  readonly source: string
  readonly header: string
  readonly row: (index: number, order: number) => string
}

const LAYOUTS: readonly Made[] = [
  {
    source: 'shopify_orders',
    header: 'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Refunded Amount,Id',
    row: (index, order) =>
      index % 2 === 0
        ? `#${order},c${order % 9000}@x.com,paid,USD,20.00,5.00,2.00,27.00,0.00,${day(order)} 10:00:00 -0300,1,Mug ${index % 300},10.00,S${index % 300},0.00,${order}`
        : `#${order},c${order % 9000}@x.com,,,,,,,,,1,Mug ${index % 300},10.00,S${index % 300},,`,
  },
  {
    source: 'woo_algol',
    header: 'Order Number,Order Status,Order Date,Email (Billing),SKU,Name,Quantity,Item Cost,Order Line Tax,Order Line Total,Cart Discount Amount',
    row: (index, order) => `${order},Completed,${day(order)} 10:00,c${order % 9000}@x.com,S${index % 300},Mug ${index % 300},1,${price(index)},0,${price(index)},0`,
  },
  {
    source: 'woo_analytics_orders',
    header: 'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales',
    row: (index) => `${day(index)} 10:00:00,${index},x,completed,C${index % 9000},new,"1× Mug ${index % 300}, 2× Pot",3,,${price(index)}`,
  },
  {
    source: 'tiendanube',
    header: 'Número de orden,Email,Fecha,Estado de la orden,Estado del pago,Moneda,Descuento,Costo de envío,Total,Nombre del producto,Precio del producto,Cantidad del producto,SKU',
    row: (index, order) =>
      index % 2 === 0
        ? `${order},c${order % 9000}@x.com,${two(1 + (order % 28))}/01/2025 10:00:00,Abierta,Recibido,ARS,0.00,5.00,25.00,Taza,10.00,1,S${index % 300}`
        : `${order},c${order % 9000}@x.com,,,,,,,,Olla,10.00,1,S${index % 300}`,
  },
  {
    source: 'amazon_orders',
    header: 'amazon-order-id\tpurchase-date\torder-status\tproduct-name\tsku\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price',
    row: (index, order) => `1-${order}\t${day(order)}T08:04:21+00:00\tShipped\tMug ${index % 300}\tS${index % 300}\tShipped\t1\tUSD\t${price(index)}\t0.50\t`,
  },
  {
    source: 'square_items',
    header: 'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Event Type',
    row: (index, order) => `${day(order)},10:00:00,Eastern Time (US & Canada),C,Mug,1.0,Regular,S${index % 300},,$${price(index)},$0.00,$${price(index)},$0.10,T${order},Payment`,
  },
  {
    source: 'etsy_items',
    header: 'Sale Date,Item Name,Buyer,Quantity,Price,Discount Amount,Order Shipping,Order Sales Tax,Currency,Listing ID,Order ID,SKU',
    row: (index, order) => `${usDay(order)},Mug ${index % 300},b${order % 9000},1,${price(index)},0.00,5.00,1.00,USD,1,${order},S${index % 300}`,
  },
  {
    source: 'ebay',
    header: 'Order Number,Buyer Username,Item Number,Item Title,Custom Label,Quantity,Sold For,Shipping And Handling,Total Price,Sale Date',
    row: (index, order) => `12-${order},b${order % 9000},9,Mug ${index % 300},S${index % 300},1,$${price(index)},$0.00,$${price(index)},Jan-${two(1 + (order % 28))}-25`,
  },
  {
    source: 'stripe',
    header: 'id,Created (UTC),Amount,Amount Refunded,Currency,Status,Customer Email',
    row: (index) => `pi_${index},${day(index)} 10:00:00,${price(index)},0.00,usd,Paid,c${index % 9000}@x.com`,
  },
  {
    source: 'bigcommerce',
    header: 'Order ID,Order Date,Order Status,Subtotal (ex tax),Tax Total,Order Total (inc tax),Order Currency Code,Product Details',
    row: (index) => `${index},${usDay(index)},Completed,20.00,0.00,20.00,USD,"Product ID: 7, Product Name: Mug, Product SKU: S1, Product Qty: 2, Product Unit Price: 5.00, Product Total Price: 10.00 | Product ID: 8, Product Name: Pot, Product SKU: S2, Product Qty: 1, Product Unit Price: 10.00, Product Total Price: 10.00"`,
  },
  {
    source: 'vtex',
    header: 'Order,Creation Date,Status,Currency Code,Quantity_SKU,ID_SKU,SKU Name,SKU Value,SKU Selling Price,SKU Total Price',
    row: (index, order) => `v${order}-01,${day(order)}T10:00:00Z,Faturado,BRL,1,${index % 300},Mesa,${price(index)},${price(index)},${price(index)}`,
  },
] // prettier-ignore

/** Rows of a made file per second, from its bytes to staged orders, on native DuckDB. */
export const bench: Bench = {
  name: 'Rows per second of each source',
  async run() {
    const staging = await openStaging()
    const figures: Figure[] = []
    for (const { source, header, row } of LAYOUTS) {
      const rows = Array.from({ length: ROWS }, (_, index) => row(index, 1_000 + (index >> 1)))
      const bytes = new TextEncoder().encode([header, ...rows, ''].join('\n'))
      await staging.empty()
      const start = performance.now()
      const [preview] = await staging.stage([bytes], { currency: 'EUR' })
      const seconds = (performance.now() - start) / 1000
      if (preview?.source !== source || preview.rows === 0) throw new Error(`${source}: ${preview?.source}`)
      const note = `${ROWS} rows, ${(bytes.length / 1e6).toFixed(1)} MB`
      figures.push({ what: source, value: ROWS / seconds, unit: 'rows/s', note })
    }
    staging.engine.close()
    return figures
  },
}
