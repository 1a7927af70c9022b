import { foldHeader, list } from '../header.ts'

/** Columns that only lists of carts have which nobody paid: those of Nuvemshop and Tiendanube, and of checkouts left. */
const CARTS: ReadonlySet<string> = new Set([
  ...list('id do carrinho, total do carrinho, tipo de abandono, data de abandono, carrinho abandonado'),
  ...list('id del carrito, numero de carrito, total del carrito, fecha de abandono, carrito abandonado'),
  ...list('cart id, cart total, abandoned at, abandoned checkout, abandoned cart, abandonment date'),
])

/** Whether a table lists abandoned carts: prices, products and days as sales have, and no sale. */
export const isCartList = (header: readonly string[]): boolean =>
  header.filter((name) => CARTS.has(foldHeader(name))).length > 1
