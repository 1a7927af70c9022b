import type { Variant } from './catalogue.ts'
import { stamp } from './clock.ts'
import { type Cell, type Cells, money, writeCsv } from './csv.ts'
import type { Order, OrderLine } from './orders.ts'
import { COUNTRIES } from './parameters.ts'
import type { Person } from './people.ts'
import { type Random, makeRandom } from './random.ts'
import type { Shop } from './shop.ts'

/** Shopify's present header, word for word. */
export const ORDERS_HEADER =
  `Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References`.split(
    ',',
  )

const FIRST_NUMBER = 1001
const FIRST_ID = 5_900_000_000_000

const NOTES = [
  'Dejar en portería, por favor.',
  'Es un regalo: sin factura dentro.',
  'Please ring twice.',
  'Llamar antes de entregar.\nHorario: de 9 a 14 h.',
  'Muito obrigado!',
]
const MESSAGES = [
  'Feliz cumpleaños',
  '¡Enhorabuena por la casa!',
  'Con todo nuestro cariño',
  'Happy birthday',
  'Merci pour tout',
]

/** 'Title - Option / Option', or the title alone for a product of one variant. */
const lineName = (title: string, variant: Variant): string =>
  variant.values.length > 0 ? `${title} - ${variant.values.join(' / ')}` : title

const lineCells = (line: OrderLine, order: Order): Record<string, Cell> => ({
  'Lineitem quantity': line.quantity,
  'Lineitem name': lineName(line.product.title, line.variant),
  'Lineitem price': money(line.price),
  'Lineitem compare at price': line.compareAt ? money(line.compareAt) : '',
  'Lineitem sku': line.variant.sku,
  'Lineitem requires shipping': 'true',
  'Lineitem taxable': 'true',
  'Lineitem fulfillment status': order.fulfilledAt ? 'fulfilled' : 'pending',
  Vendor: line.product.vendor,
  'Lineitem discount': money(line.discount),
})

const addressCells = (kind: 'Billing' | 'Shipping', person: Person): Record<string, Cell> => ({
  [`${kind} Name`]: `${person.given} ${person.family}`,
  [`${kind} Street`]: [person.street, person.door].filter(Boolean).join(', '),
  [`${kind} Address1`]: person.street,
  [`${kind} Address2`]: person.door,
  [`${kind} City`]: person.city,
  [`${kind} Zip`]: `'${person.zip}`,
  [`${kind} Province`]: person.province,
  [`${kind} Country`]: person.country,
  [`${kind} Province Name`]: person.provinceName,
})

const moneyCells = (order: Order): Record<string, Cell> => ({
  Currency: 'EUR',
  Subtotal: money(order.subtotal),
  Shipping: money(order.shipping),
  Taxes: money(order.taxes),
  Total: money(order.total),
  'Discount Code': order.code,
  'Discount Amount': money(order.discount),
  'Refunded Amount': money(order.refunded),
  'Outstanding Balance': money(order.status === 'pending' ? order.total : 0),
  'Tax 1 Name': COUNTRIES[order.country].tax,
  'Tax 1 Value': money(order.taxes),
})

const deliveryCells = (order: Order): Record<string, Cell> =>
  order.source === 'pos'
    ? { Employee: 'Marta Oliva', Location: 'Casa Oliva, Calle de la Palma' }
    : {
        'Shipping Method': order.express ? 'Envío exprés' : 'Envío estándar',
        ...(order.person ? addressCells('Shipping', order.person) : {}),
      }

const statusCells = (order: Order): Record<string, Cell> => ({
  'Financial Status': order.status,
  'Paid at': order.status === 'pending' || order.status === 'voided' ? '' : stamp(order.instant + 2000),
  'Fulfillment Status': order.fulfilledAt ? 'fulfilled' : 'unfulfilled',
  'Fulfilled at': order.fulfilledAt ? stamp(order.fulfilledAt) : '',
  'Created at': stamp(order.instant),
  'Cancelled at': order.cancelledAt ? stamp(order.cancelledAt) : '',
  'Payment Method': order.payment,
  'Risk Level': 'Low',
  Source: order.source,
})

const noteCells = (random: Random, { source }: Order): Record<string, Cell> => {
  if (source === 'pos') return {}
  return {
    Notes: random.chance(0.03) ? random.pick(NOTES) : '',
    'Note Attributes': random.chance(0.04)
      ? `regalo: sí\nmensaje: ${random.pick(MESSAGES)}, ${random.pick(['Marta', 'Luis', 'Anna', 'Tom'])}`
      : '',
  }
}

const orderCells = (random: Random, order: Order, id: number): Record<string, Cell> => ({
  ...statusCells(order),
  ...moneyCells(order),
  'Accepts Marketing': order.person?.marketing ? 'yes' : 'no',
  ...(order.person ? addressCells('Billing', order.person) : {}),
  ...deliveryCells(order),
  ...noteCells(random, order),
  Id: id,
  Tags: order.source === 'shopify_draft_order' ? 'por teléfono' : '',
})

/** Order number of each order, in time: '#1001' is the first. */
const orderName = (index: number): string => `#${FIRST_NUMBER + index}`

function* orderRows(shop: Shop): Generator<Cells> {
  const random = makeRandom(shop.seed, 'orders file')
  let id = FIRST_ID
  for (const [index, order] of shop.orders.entries()) {
    id += 32768 * random.integer(1, 9)
    const name = { Name: orderName(index), Email: order.person?.email ?? '' }
    for (const [i, line] of order.lines.entries()) {
      const cells = { ...name, ...lineCells(line, order) }
      yield i === 0 ? { ...orderCells(random, order, id), ...cells } : cells
    }
  }
}

/** `orders_export_1.csv`: a row for each line, the order's own cells on its first row alone. */
export const writeOrders = (shop: Shop): { text: string; rows: number } =>
  writeCsv(ORDERS_HEADER, orderRows(shop))
