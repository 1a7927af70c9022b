import { plural } from '../plural.ts'

const count = plural('es')

/** Demand of all products. */
export const demand = {
  make: 'Prever {span} de todos los productos',
  title: 'Demanda de los productos, {period}',
  noneTitle: 'Aún no hay previsión de {span} de todos tus productos.',
  noneDetail:
    'De cada producto salen las unidades que se esperan y entre cuáles quedarán. La primera vez se entrena además una red con todos ellos: puede tardar un minuto; después va más rápido.',
  job: 'Demanda de todos los productos, {span}',
  phaseStart: 'Leyendo las ventas de cada producto',
  phaseNetwork: 'Aprendiendo de todos los productos juntos',
  phaseProducts: 'Producto a producto: {done} de {total}',
  cancelled: 'Previsión cancelada',
  cancelledDetail: 'Lo que la red aprendió hasta ahora se aprovecha la próxima vez.',
  expected: 'Unidades de todos los productos, {period}',
  made: 'Hecha el {at}, con los datos de ahora.',
  agree:
    'Productos, categorías y tienda suman lo mismo. En la última prueba, hacer que cuadren cambió el error así (menos es mejor): {changes}.',
  agreeUntested: 'Productos, categorías y tienda suman lo mismo.',
  brought:
    'Los productos uno a uno sumarían {own}: un solo producto apenas muestra el ritmo del año. Se han llevado a la previsión de la propia tienda, la de la página Previsión ({change}).',
  otherwise:
    'La página Previsión espera ahora {units} unidades ({model}); estos productos se llevaron a {sum}.',
  anew: 'Hacer que cuadren',
  level_shop: 'tienda',
  level_category: 'categorías',
  level_product: 'productos',
  product: 'Producto',
  category: 'Categoría',
  noCategory: 'Sin categoría',
  units: 'Unidades',
  low: '80 % desde',
  high: '80 % hasta',
  perDay: 'Al día',
  kind: 'Cómo se vende',
  class_smooth: 'Regular',
  class_erratic: 'Desigual',
  class_intermittent: 'De vez en cuando',
  class_lumpy: 'Poco y desigual',
  class_none: 'Sin ventas',
  model: 'Modelo',
  mase: 'MASE',
  notes: 'A tener en cuenta',
  soldOut: (p: { n: number }) => count(p.n, { one: 'agotado # día', other: 'agotado # días' }),
  gap: 'sin ventas {span} desde {from}',
  others: 'Todos los demás',
  total: (p: { n: number }) => count(p.n, { one: 'Total de # producto', other: 'Total de # productos' }),
  categories: 'Por categoría',
  open: 'Pulsa un producto para ver sus días.',
}
