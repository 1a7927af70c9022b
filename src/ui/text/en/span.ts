import { plural } from '../plural.ts'
import type { Dict } from '../translate.ts'

const count = plural('en')

export const span: Dict['span'] = {
  every: 'How often',
  every_H: 'Hour',
  every_D: 'Day',
  every_W: 'Week',
  every_M: 'Month',
  every_Q: 'Quarter',
  every_Y: 'Year',
  H: (p) => count(p.n, { one: '# hour', other: '# hours' }),
  D: (p) => count(p.n, { one: '# day', other: '# days' }),
  W: (p) => count(p.n, { one: '# week', other: '# weeks' }),
  M: (p) => count(p.n, { one: '# month', other: '# months' }),
  Q: (p) => count(p.n, { one: '# quarter', other: '# quarters' }),
  Y: (p) => count(p.n, { one: '# year', other: '# years' }),
  each_H: 'hour',
  each_D: 'day',
  each_W: 'week',
  each_M: 'month',
  each_Q: 'quarter',
  each_Y: 'year',
  level: 'Of what',
  level_shop: 'Shop',
  level_category: 'Category',
  level_product: 'Product',
  category: 'Category',
  product: 'Product',
  findProduct: 'Find a product',
  of: '{what} of {name}',
  total80: 'With 80% probability the total lies between {low} and {high}.',
  totalExact: 'The tests missed by next to nothing: the total is expected to be {low}, almost exactly.',
  totalHint: 'Measured on totals of past tests: misses of some days make up for those of others.',
  seriesTitle: 'Forecast any series',
  seriesHint:
    'Paste a column of a spreadsheet, or drop a text file. With dates in another column it is seen how often the series is observed. Columns that go on beyond the history help where they can.',
  seriesPaste: 'Numbers, one a line',
  seriesFile: 'Open a text file',
  seriesColumn: 'Column',
  seriesStart: 'First day',
  seriesSteps: 'How many steps, 1 to {most}',
  seriesNone: 'There are no numbers in it.',
  seriesFound: (p) =>
    `${count(p.n, { one: '# value', other: '# values' })}, ${count(p.beside, { one: '# column beside', other: '# columns beside' })}.`,
  seriesShort: 'They end before the forecast does and take no part: {names}.',
  seriesKept: 'Nothing of it is kept.',
  seriesUnit: 'Value',
  refreshing: 'Bringing your forecasts up to date',
  onImport: 'Learn anew after every import',
  onImportHint:
    'In the background, with the forecasts that you asked for last; earlier ones are kept to be checked.',
  cutShort:
    'This machine was so slow that some models could not be tested to the end. On a quicker one the forecast may differ.',
  fewTests: (p) => `${count(p.n, { one: '1 test', other: '# tests' })} only`,
  soldOut: (p) =>
    `The inventory says that it is sold out: ${count(p.n, { one: 'the last day', other: 'the last # days' })} without sales are not read as lack of demand.`,
}
