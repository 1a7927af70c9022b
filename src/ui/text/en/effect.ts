import { plural } from '../plural.ts'
import type { Dict } from '../translate.ts'

const count = plural('en')

export const effect: Dict['effect'] = {
  title: 'What changes in your figures',
  held: (p) =>
    `The files hold ${count(p.n, { one: '# order', other: '# orders' })}, ${p.gross} gross and ${p.net} net, ${p.days}.`,
  becomes: 'becomes',
  months: (p: { n: number }) => count(p.n, { one: '# month changes', other: '# months change' }),
  monthsTitle: 'Figures by month, before and after',
  netBefore: 'Net sales now',
  netAfter: 'Then',
  ordersBefore: 'Orders now',
  ordersAfter: 'Then',
  examples: 'Examples of what changes',
  orderChange: 'Order {order}: {before} → {after}',
  productChange: 'Product {product}, {field}: {before} → {after}',
  neverRemoved: 'What you have and these files do not stays: a file may be only a part.',
}
