import { plural } from '../plural.ts'

const count = plural('es')
const orders = { one: '# pedido', other: '# pedidos' }

export const clock = {
  title: 'Zona horaria de la tienda',
  hint: 'Por su reloj se sabe a qué día y a qué hora pertenece cada pedido. Si la cambias, los días se calculan de nuevo y se puede volver atrás.',
  zone: 'Zona horaria',
  instant: (p: { n: number }) =>
    `${count(p.n, orders)} con un instante exacto (con su diferencia con UTC): cambian de día si cambia la zona.`,
  wall: (p: { n: number }) =>
    `${count(p.n, orders)} con la hora del reloj de la tienda: se quedan en el día y la hora que dice su archivo.`,
  unknown: (p: { n: number }) =>
    `${count(p.n, orders)} de importaciones antiguas, de las que no se sabe: no cambian. Importa sus archivos otra vez para que lo hagan.`,
  files: 'Qué dice cada archivo',
  stamps_instant: 'instantes exactos',
  stamps_wall: 'hora del reloj de la tienda',
  stamps_mixed: 'unos y otros',
  stamps_unknown: 'no se sabe',
  moves: (p: { days: number; months: number }) =>
    `${count(p.days, { one: '# pedido cambia de día', other: '# pedidos cambian de día' })}, ${count(p.months, { one: '# de ellos de mes', other: '# de ellos de mes' })}.`,
  none: 'Ningún pedido cambia de día.',
  effect: 'Ventas netas de los meses que cambian',
  month: 'Mes',
  before: 'Ahora',
  after: 'Después',
  apply: 'Contar los días en {zone}',
  keep: 'Dejarlo como estaba',
  applied: 'Los días se cuentan ahora en {zone}',
  rule: 'Cuando cambia la hora, el día tiene 23 o 25 horas y no se pierde ningún pedido. Una hora de reloj que se repite se toma como la primera vez; una que no existe se queda donde la pone el archivo.',
}
