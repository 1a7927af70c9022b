import { plural } from '../plural.ts'

const count = plural('es')

/** Steps of a series, by how often it is observed. */
export const span = {
  every: 'Cada cuánto',
  every_H: 'Hora',
  every_D: 'Día',
  every_W: 'Semana',
  every_M: 'Mes',
  every_Q: 'Trimestre',
  every_Y: 'Año',
  H: (p: { n: number }) => count(p.n, { one: '# hora', other: '# horas' }),
  D: (p: { n: number }) => count(p.n, { one: '# día', other: '# días' }),
  W: (p: { n: number }) => count(p.n, { one: '# semana', other: '# semanas' }),
  M: (p: { n: number }) => count(p.n, { one: '# mes', other: '# meses' }),
  Q: (p: { n: number }) => count(p.n, { one: '# trimestre', other: '# trimestres' }),
  Y: (p: { n: number }) => count(p.n, { one: '# año', other: '# años' }),
  each_H: 'hora',
  each_D: 'día',
  each_W: 'semana',
  each_M: 'mes',
  each_Q: 'trimestre',
  each_Y: 'año',
  level: 'De qué',
  level_shop: 'Tienda',
  level_category: 'Categoría',
  level_product: 'Producto',
  category: 'Categoría',
  product: 'Producto',
  findProduct: 'Buscar producto',
  of: '{what} de {name}',
  total80: 'Con un 80 % de probabilidad el total queda entre {low} y {high}.',
  totalExact: 'Las pruebas casi no fallaron: se espera un total de {low}, casi exacto.',
  totalHint: 'Medido con totales de pruebas pasadas: los fallos de unos días compensan los de otros.',
  seriesTitle: 'Prever cualquier serie',
  seriesHint:
    'Pega una columna de una hoja de cálculo, o suelta un archivo de texto. Con fechas en otra columna se reconoce cada cuánto es. Las columnas que siguen más allá de la historia ayudan si se puede.',
  seriesPaste: 'Números, uno por línea',
  seriesFile: 'Abrir un archivo de texto',
  seriesColumn: 'Columna',
  seriesStart: 'Primer día',
  seriesSteps: 'Cuántos pasos, de 1 a {most}',
  seriesNone: 'Ahí no hay números.',
  seriesFound: (p: { n: number; beside: number }) =>
    `${count(p.n, { one: '# valor', other: '# valores' })}, ${count(p.beside, { one: '# columna al lado', other: '# columnas al lado' })}.`,
  seriesShort: 'No llegan hasta el final de la previsión y no cuentan: {names}.',
  seriesKept: 'Nada de esto se guarda.',
  seriesUnit: 'Valor',
  refreshing: 'Poniendo al día tus previsiones',
  onImport: 'Aprender de nuevo después de cada importación',
  onImportHint:
    'En segundo plano, con las previsiones que pediste por última vez; las anteriores se conservan para comprobarlas.',
  cutShort:
    'El equipo iba tan lento que algunos modelos no se pudieron probar hasta el final. En uno más rápido la previsión puede ser otra.',
  fewTests: (p: { n: number }) => `solo ${count(p.n, { one: '1 prueba', other: '# pruebas' })}`,
  soldOut: (p: { n: number }) =>
    `El inventario dice que está agotado: ${count(p.n, { one: 'el último día', other: 'los últimos # días' })} sin ventas no se leen como falta de demanda.`,
}
