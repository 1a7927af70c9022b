import { plural } from '../plural.ts'

const count = plural('es')

export const rates = {
  title: 'Monedas y cambio',
  hint: 'Las monedas no se suman entre sí hasta que tú pongas los cambios. Con ellos, cada pedido se cuenta al cambio de su día: el último conocido ese día o antes. Nada se busca fuera.',
  one: 'Todos tus pedidos están en {currency}. No hay nada que cambiar.',
  none: 'Aún no hay pedidos.',
  table: 'Pedidos por moneda',
  currency: 'Moneda',
  orders: 'Pedidos',
  netSales: 'Ventas netas',
  days: 'Días',
  inReporting: 'En {currency}',
  apart: 'Sin cambio, aparte',
  apartCell: (p: { orders: number; amount: string }) =>
    `${count(p.orders, { one: '# pedido', other: '# pedidos' })}, ${p.amount}`,
  sum: 'Todo lo convertido: {amount} en {orders}',
  nOrders: (p: { n: number }) => count(p.n, { one: '# pedido', other: '# pedidos' }),
  report: 'Contar todo en',
  keepApart: 'Cada moneda aparte',
  reportHint:
    'Cada importe de cada línea se convierte por sí solo y se redondea una vez, la mitad alejándose del cero. Una devolución lleva el cambio del día de su venta.',
  apply: 'Contar todo en {currency}',
  applyApart: 'Volver a separarlas',
  back: 'Dejarlo como estaba',
  preview: 'Cómo quedaría',
  applied: 'Todo se cuenta ahora en {currency}',
  appliedApart: 'Cada moneda se cuenta aparte',
  add: 'Añadir cambios',
  paste: 'Pega los cambios, uno por línea',
  pasteHint:
    'Por ejemplo «2024-03-01 USD 0,92», «2024-03-01 EUR/USD 1.0834», o la tabla de un banco central con una columna por moneda.',
  file: 'Elegir un archivo',
  found: '{name} tiene tipos de cambio',
  toSettings: 'Míralos en Ajustes',
  unit: 'Si la línea nombra una sola moneda',
  unitLine: 'el número es lo que vale 1 de ella en {other}',
  unitOther: 'el número es cuánto de ella vale 1 {other}',
  other: 'La otra moneda',
  check: 'Leer y ver',
  keep: (p: { n: number }) => count(p.n, { one: 'Guardar # cambio', other: 'Guardar # cambios' }),
  read: (p: { n: number }) => count(p.n, { one: '# cambio leído', other: '# cambios leídos' }),
  unused: (p: { n: number }) =>
    count(p.n, {
      one: '# de una moneda que no tienes, no hace falta',
      other: '# de monedas que no tienes, no hacen falta',
    }),
  refused: (p: { n: number }) => count(p.n, { one: '# línea sin leer', other: '# líneas sin leer' }),
  refusedLine: 'Línea {line}: {why}',
  fault_DATE: 'falta el día, o se puede leer de dos maneras; escríbelo como 2024-03-31',
  fault_CURRENCY: 'no se reconocen las monedas',
  fault_OTHER_CURRENCY: 'nombra una sola moneda; di cuál es la otra',
  fault_RATE: 'falta el cambio',
  kept: (p: { n: number }) => count(p.n, { one: '# cambio guardado', other: '# cambios guardados' }),
  lists: 'Cambios guardados',
  list: (p: { n: number; pairs: string }) =>
    `${count(p.n, { one: '# cambio', other: '# cambios' })} · ${p.pairs}`,
  pasted: 'Pegados',
  remove: 'Quitar',
  removed: 'Cambios quitados',
}
