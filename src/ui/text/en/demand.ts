import { plural } from '../plural.ts'
import type { Dict } from '../translate.ts'

const count = plural('en')

export const demand: Dict['demand'] = {
  make: 'Forecast {span} of all products',
  title: 'Demand of the products, {period}',
  noneTitle: 'There is no forecast of {span} of all your products yet.',
  noneDetail:
    'For each product: the units to expect, and between which numbers they will lie. The first time a network is trained on all of them, too: it may take a minute; after that it is quicker.',
  job: 'Demand of all products, {span}',
  phaseStart: 'Reading the sales of each product',
  phaseNetwork: 'Learning from all products together',
  phaseProducts: 'Product by product: {done} of {total}',
  cancelled: 'Forecast cancelled',
  cancelledDetail: 'What the network has learnt so far is used the next time.',
  expected: 'Units of all products, {period}',
  made: 'Made on {at}, from the data as they are now.',
  agree:
    'Products, categories and shop add up to the same. On the last test, making them agree changed the error like this (less is better): {changes}.',
  agreeUntested: 'Products, categories and shop add up to the same.',
  brought:
    'The products one by one would add up to {own}: a single product hardly shows the rhythm of the year. They were brought to the shop’s own forecast, the one of the Forecast page ({change}).',
  otherwise: 'The Forecast page now expects {units} units ({model}); these products were brought to {sum}.',
  anew: 'Bring them together',
  level_shop: 'shop',
  level_category: 'categories',
  level_product: 'products',
  product: 'Product',
  category: 'Category',
  noCategory: 'No category',
  units: 'Units',
  low: '80% from',
  high: '80% to',
  perDay: 'Per day',
  kind: 'How it sells',
  class_smooth: 'Steady',
  class_erratic: 'Uneven',
  class_intermittent: 'Now and then',
  class_lumpy: 'Rare and uneven',
  class_none: 'No sales',
  model: 'Model',
  mase: 'MASE',
  notes: 'To keep in mind',
  soldOut: (p) => count(p.n, { one: 'sold out for # day', other: 'sold out for # days' }),
  gap: 'no sales for {span} from {from}',
  others: 'All others',
  total: (p) => count(p.n, { one: 'Total of # product', other: 'Total of # products' }),
  categories: 'By category',
  open: 'Select a product to see its days.',
}
