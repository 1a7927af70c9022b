import type { CanonicalField } from '../model/order.ts'

const list = (text: string): string[] => text.split(',').map((name) => name.trim())

/** Folded headers per field in English, Spanish and Portuguese; the surest first. A header belongs to the first field that has it. */
export const SYNONYMS: ReadonlyMap<CanonicalField, readonly string[]> = new Map([
  ['ordered_at', list('order date, ordered at, date, created at, purchase date, sale date, order datetime, datetime, date time, timestamp, invoice date, transaction date, paid at, order time, fecha, fecha de pedido, fecha pedido, fecha del pedido, fecha de la orden, fecha de compra, fecha de venta, fecha venta, fecha y hora, fecha factura, data, data do pedido, data da venda, data da compra, data e hora, day, dia, time')],
  ['order_id', list('order id, orderid, order, order number, order no, order nr, order #, #, invoice, invoice no, invoice number, invoice id, receipt, receipt number, transaction id, transaction, pedido, id pedido, id de pedido, numero de pedido, numero pedido, n pedido, nº pedido, nº de pedido, orden, id orden, numero de orden, # de venta, factura, numero de factura, nº factura, ticket, venta, id venta, id de venta, numero do pedido, id do pedido, nota fiscal, compra')],
  ['email', list('customer email, email, e mail, email address, buyer email, client email, mail, correo, correo electronico, email cliente, email del cliente, correo del cliente, e mail do cliente, email do cliente')],
  ['customer', list('customer id, customer, customerid, client id, client, buyer id, buyer, user id, user, member number, member id, customer number, cliente, id cliente, id de cliente, codigo cliente, codigo de cliente, comprador, usuario, id do cliente, cpf, dni, customer name, nombre del cliente, nome do cliente')],
  ['sku', list('sku, variant sku, product sku, product id, product code, item code, item id, stock code, stockcode, item sku, article number, article no, part number, asin, ean, barcode, code, codigo, codigo de producto, codigo producto, id producto, referencia, ref, codigo do produto, id do produto')],
  ['product', list('product name, product, item name, item, product title, article, description, item description, producto, nombre del producto, nombre producto, articulo, descripcion, produto, nome do produto, descricao, lineitem name')],
  ['title', list('title, titulo, name, nombre, nome')],
  ['category', list('category, product category, product type, categoria, department, departamento, sub category, subcategoria, familia, type, tipo')],
  ['quantity', list('quantity, qty, quantity ordered, units, units sold, pieces, count, cantidad, cantidad del producto, unidades, cant, uds, quantidade, qtd, qtde, quantidade comprada, number of items')],
  ['unit_price', list('unit price, unitprice, item price, price each, price per unit, price, selling price, price usd, precio unitario, precio, precio unidad, precio del producto, pvp, preco unitario, preco, valor unitario, valor do produto')],
  ['amount', list('line total, amount, item total, total price, line amount, sales, revenue, net sales, gross sales, order total, grand total, total amount, total, importe, importe total, monto, total linea, total de linea, ventas, ingresos, valor, valor total, total geral, subtotal, order value, sales amount')],
  ['discount', list('discount amount, discount, discounts, line discount, rebate, descuento, descuentos, importe descuento, desconto, descontos')],
  ['tax', list('tax, taxes, tax amount, sales tax, vat, vat amount, gst, iva, impuesto, impuestos, igv, itbis, imposto, impostos')],
  ['shipping', list('shipping, shipping cost, shipping amount, shipping price, shipping fee, shipping charge, postage, freight, delivery cost, delivery fee, envio, coste de envio, costo de envio, gastos de envio, precio de envio, frete, valor do frete, custo de envio')],
  ['refund', list('refund, refund amount usd, refund usd, refunded, refund amount, refunded amount, amount refunded, returned amount, refund total, reembolso, reembolsado, importe reembolsado, importe devuelto, devolucion, devoluciones, estorno, valor reembolsado')],
  ['cost', list('unit cost, cost, cost price, cost per item, item cost, cogs, cogs usd, coste, costo, coste unitario, costo unitario, precio de coste, custo, custo unitario')],
  ['currency', list('currency, currency code, order currency, moneda, divisa, moeda, ccy')],
  ['country', list('country, country/region, shipping country, ship country, country code, country region, customer country, pais, pais de envio, pais envio, pais de entrega')],
  ['channel', list('channel, sales channel, order source, source, marketplace, canal, canal de venta, canal de ventas, origen, origem, canal de vendas, platform, plataforma')],
  ['coupon', list('coupon code, coupon, discount code, promo code, promotion code, voucher, voucher code, cupon, cupon de descuento, codigo de descuento, codigo promocional, cupom, cupom de desconto')],
  ['status', list('status, order status, financial status, payment status, estado, estado del pedido, estado de la orden, estado de pedido, estado del pago, status do pedido, situacao, situacao do pedido')],
]) // prettier-ignore

/** Headers of product lists: a table without dates that has such columns is a catalogue. */
export const PRODUCT_HINTS: ReadonlySet<string> = new Set(list('stock, inventory, on hand, barcode, vendor, brand, weight, image, variant price, cost per item, existencias, inventario, proveedor, marca, peso, estoque, fornecedor, regular price, sale price')) // prettier-ignore

/** Headers of lists of people. */
export const CUSTOMER_HINTS: ReadonlySet<string> = new Set(list('first name, last name, phone, address, city, zip, birthday, accepts marketing, telefono, direccion, ciudad, apellido, apellidos, cep, endereco, telefone, cidade, sobrenome')) // prettier-ignore
