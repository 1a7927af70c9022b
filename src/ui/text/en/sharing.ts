import { plural } from '../plural.ts'
import type { Dict } from '../translate.ts'

const count = plural('en')

export const sharing: Dict['sharing'] = {
  only: 'A file of figures only: no orders and no customers are in it. It can be read, not changed.',
  months: 'Sales by month',
  products: 'Products',
  categories: 'Categories',
  countries: 'Countries',
  cohorts: 'Customers by the month of their first order',
  cohortsHint: 'The share that bought again in each later month. “–”: too few people to tell.',
  name: 'Name',
  category: 'Category',
  month: 'Month',
  customers: 'Customers',
  later: 'Month +{n}',
  unknown: 'No name',
  other: ({ groups }: { readonly groups: number }) =>
    count(groups, { one: 'Other (#)', other: 'Others (#)' }),
  few: 'What rests on fewer than {n} people is not shown by itself.',
  compare: 'Compare',
  compared: 'Compared with the file',
  figure: 'Figure',
  mine: 'Here',
  theirs: 'File',
  difference: 'Difference',
  equal: 'Net sales are the same.',
  why: 'Where the difference in net sales comes from',
  cause_only_mine: 'Orders that are only here',
  cause_only_theirs: 'Orders that are only in the file',
  cause_different: 'Orders in both, with another amount',
  cause_rules: 'Other rules of what counts as a sale',
  orders: ({ n }: { readonly n: number }) => count(n, { one: '# order', other: '# orders' }),
  same: 'Orders that are the same',
  status: 'Of these, with another status',
  set_currency: 'Currency',
  set_time_zone: 'Time zone',
  set_preset: 'What counts as a sale',
  set_rates: 'Exchange rates',
  differing: 'Orders that differ most',
}
