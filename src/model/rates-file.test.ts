import { expect, it } from 'vitest'
import { isRatesText } from './rates-file.ts'

it.each([
  'date;from;to;rate\n2024-03-01;USD;EUR;0,9231\n2024-03-02;USD;EUR;0,9240',
  '2024-03-01 EUR/USD 1.0834\n2024-03-02 EUR/USD 1.0901',
  '2024-03-01 1 USD = 0.92 EUR',
  'Date,USD,JPY,GBP\n2024-03-01,1.0834,162.1,0.8571\n2024-03-02,,162.4,0.8580',
  'Fecha;Moneda;Tasa\n01/03/2024;USD;0,92',
])('knows a table of rates: %j', (text) => expect(isRatesText(text)).toBe(true))

it.each([
  'Fecha;Canal;Gasto\n13/04/2025;Google;12,50',
  'date,currency,amount\n2024-03-01,EUR,12.50',
  'Pedido;Fecha del reembolso;Importe;Moneda\n504;15/04/2025;60,50;EUR',
  'order,date,product,currency,paid currency,price\n1,2024-03-01,Mug,EUR,USD,12.50',
  'Date,USD\n2024-03-01,120',
  'SKU;Coste\nPL-1;21,50',
  'Name,Email\n#1001,ana@x.test',
  '',
])('takes no other table for one: %j', (text) => expect(isRatesText(text)).toBe(false))
