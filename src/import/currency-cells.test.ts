import { expect, it } from 'vitest'
import { currencyOfTexts } from './currency-cells.ts'

it.each([
  ['All amounts in USD, unless specified', 'USD'],
  ['All amounts are in GBP', 'GBP'],
  ['Alle Beträge in Euro sofern nicht anders gekennzeichnet', 'EUR'],
  ['Tous les montants sont en Euros, sauf mention contraire.', 'EUR'],
  ['Todos los importes en MXN, a menos que se especifique lo contrario', 'MXN'],
  ['すべてのレポートは円で表示されます。', 'JPY'],
  ['All amounts in dollars', null],
  ['Report of the USD account', null],
])('reads of %s that it is %s', (before, currency) => {
  expect(currencyOfTexts(['date/time', 'total'], before)).toBe(currency)
})
