import { plural } from '../plural.ts'

const count = plural('es')

/** What stands out in the history of a forecast. */
export const unusual = {
  title: 'Qué llama la atención en tus datos',
  hint: 'Lo que sigue se ve en la historia; los modelos lo tratan como se dice aquí.',
  spike: '{at}: {value}, cuando lo habitual sería {usual}.',
  dip: '{at}: solo {value}, cuando lo habitual sería {usual}.',
  spikeDone: 'Los modelos lo ven recortado, para que una sola vez no se tome por costumbre.',
  gap: '{at}: nada vendido ({span}). Los modelos ven ahí lo habitual, no ceros. Si la tienda no estuvo cerrada, mira si faltan datos.',
  ended: 'Desde {at} no se vendió nada ({span}): se deja como está.',
  level_shift:
    'Hacia {at} el nivel cambió y se quedó: de unos {usual} a unos {value} por {each}. Cuentan más los modelos que siguen el último nivel.',
  more: (p: { n: number }) =>
    count(p.n, { one: 'Y # más, menos llamativo.', other: 'Y # más, menos llamativos.' }),
  pastGap: 'Ojo: de aquellas fechas, {span} sin ninguna venta.',
  sameBefore: 'Lo mismo que la vez anterior (regla simple)',
  untested:
    'Con tan poca historia no hay pruebas: es una estimación a grandes rasgos, según cuánto varían tus datos.',
  r2: 'R²',
  r2Mean:
    'Qué parte del movimiento de los días de prueba acertó: 1 es todo, 0 es lo mismo que decir siempre la media, por debajo es peor que eso.',
}
