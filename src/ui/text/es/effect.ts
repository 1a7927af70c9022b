import { plural } from '../plural.ts'

const count = plural('es')

export const effect = {
  title: 'Qué cambia en tus cifras',
  held: (p: { n: number; gross: string; net: string; days: string }) =>
    `Los archivos tienen ${count(p.n, { one: '# pedido', other: '# pedidos' })}, ${p.gross} brutos y ${p.net} netos, ${p.days}.`,
  becomes: 'pasa a',
  months: (p: { n: number }) => count(p.n, { one: '# mes cambia', other: '# meses cambian' }),
  monthsTitle: 'Cifras por mes, antes y después',
  netBefore: 'Venta neta ahora',
  netAfter: 'Después',
  ordersBefore: 'Pedidos ahora',
  ordersAfter: 'Después',
  examples: 'Ejemplos de lo que cambia',
  orderChange: 'Pedido {order}: {before} → {after}',
  productChange: 'Producto {product}, {field}: {before} → {after}',
  neverRemoved: 'Lo que ya tienes y no está en estos archivos se queda: un archivo puede ser solo una parte.',
}
