import { ofOrder } from './expressions.ts'
import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape, ShapedFile } from './source.ts'
import { NO_SALE } from '../order-states.ts'

const status = (
  file: ShapedFile,
): string => `CASE WHEN ${file.means(ofOrder('order_id', 'order_status'), ...NO_SALE)} THEN ${ofOrder('order_id', 'order_status')}
  ELSE coalesce(${ofOrder('order_id', 'pay_status')}, ${ofOrder('order_id', 'order_status')}) END`

/** Goods after the discount; the file's own subtotal is before it. */
const goods = `stage.written(stage.amount(goods_before) - abs(coalesce(stage.amount(discount), 0)))`

/** The file names no refund: an order whose payment was given back is given back whole, on its day. */
const refund = (file: ShapedFile): string =>
  `CASE WHEN ${file.means('pay_status', 'refunded')} THEN total END`

const reshape = (file: ShapedFile): Reshape => ({
  fields: {
    order_id: `ltrim(order_id, '#')`,
    status: status(file),
    refund: refund(file),
    subtotal: goods,
    customer: `'doc-' || left(md5(nullif(regexp_replace(upper(document), '[^0-9A-Z]', '', 'g'), '')), 16)`,
  },
})

/**
 * Orders of Tiendanube (Spanish) and Nuvemshop (Portuguese): `;`, Latin-1, one row a line, cells of the order on its first
 * row only (or repeated), day before month, no tax. Document numbers are hashed before anything else sees them.
 */
const FIELDS = new Map([
  ['order_id', ['numero de orden', 'numero do pedido', 'numero de pedido']],
  ['email', ['email', 'e mail', 'correo electronico']],
  ['ordered_at', ['fecha', 'data']],
  ['order_status', ['estado de la orden', 'status do pedido', 'estado del pedido']],
  ['pay_status', ['estado del pago', 'status do pagamento', 'estado de pago']],
  ['currency', ['moneda', 'moeda']],
  ['goods_before', ['subtotal de productos', 'subtotal', 'subtotal dos produtos']],
  ['discount', ['descuento', 'desconto']],
  ['shipping', ['costo de envio', 'valor do frete', 'custo de envio', 'coste de envio']],
  ['total', ['total']],
  ['name', ['nombre del comprador', 'nome do comprador']],
  ['document', ['dni / cuit', 'cpf / cnpj', 'dni/cuit', 'cpf/cnpj', 'rut', 'rfc', 'nit / cc']],
  ['phone', ['telefono', 'telefone']],
  ['country', ['pais']],
  ['coupon', ['cupon de descuento', 'cupom de desconto']],
  ['title', ['nombre del producto', 'nome do produto']],
  ['unit_price', ['precio del producto', 'valor do produto', 'preco do produto']],
  ['quantity', ['cantidad del producto', 'quantidade comprada', 'quantidade do produto']],
  ['sku', ['sku']],
  ['channel', ['canal', 'canal de venda']],
])

const layout = {
  kind: 'orders',
  fields: FIELDS,
  rules: NON_PRODUCT_RULES,
  perOrder: ['discount', 'shipping', 'refund', 'subtotal', 'total'],
  stockRows: false,
  orderRows: true,
  excluded: NO_SALE,
  dateOrder: 'dmy',
  reshape,
} as const satisfies Partial<OrderSource>

export const tiendanube: OrderSource = {
  ...layout,
  name: 'tiendanube',
  must: [['numero de orden', 'numero de pedido'], ['nombre del producto'], ['cantidad del producto']],
  currencies: ['ARS', 'MXN', 'COP', 'CLP'],
}

export const nuvemshop: OrderSource = {
  ...layout,
  name: 'nuvemshop',
  must: [['numero do pedido'], ['nome do produto'], ['quantidade comprada', 'quantidade do produto']],
  currencies: ['BRL'],
  currency: 'BRL',
}
