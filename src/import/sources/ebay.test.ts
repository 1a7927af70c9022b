import { expect } from 'vitest'
import { tellSource } from '../../../tests/source-story.ts'

const US = `
Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Ship To Country,Item Number,Item Title,Custom Label,Sold Via Promoted Listings,Quantity,Sold For,Shipping And Handling,Seller Collected Tax,eBay Collected Tax,Total Price,eBay Collected Tax Included in Total,Payment Method,Sale Date,Paid On Date,Ship By Date,Transaction ID,Variation Details

112,24-14934-88735,gamer,Anthony A,a@ebay.test,United States,318508625049,Test card,PH-1,No,1,$900.00,$5.97,$0.00,$63.42,$969.39,Yes,PayPal,Jul-25-25,Jul-25-25,Jul-28-25,77,
113,24-14934-88736,lia,Lia B,,United States,318508625050,"Sticker, holo",ST-1,No,4,$2.50,$1.00,$0.00,$0.00,$11.00,Yes,PayPal,Jul-31-25,Jul-31-25,,78,[Color:Red]
114,25-00001-00001,mia,Mia C,,Canada,,,,No,3,$32.50,$6.00,$1.50,$0.00,$40.00,Yes,PayPal,Aug-02-25,Aug-02-25,,,
114,25-00001-00001,mia,,,,318508625050,"Sticker, holo",ST-1,No,1,$2.50,,,,,,,,,,79,
114,25-00001-00001,mia,,,,318508625051,Binder,,No,2,$15.00,,,,,,,,,,80,
115,,noa,Noa D,,United States,318508625051,Binder,BI-1,No,1,$15.00,$4.50,$0.00,$1.20,$19.50,No,PayPal,Aug-15-25,Aug-15-25,,81,
116,25-00001-00003,lia,Lia B,,United States,318508625049,Test card,PH-1,No,1,"$1,200.50",$0.00,$0.00,$0.00,"$1,200.50",Yes,PayPal,Aug-31-25,Aug-31-25,,82,
117,25-00001-00004,pia,Pia E,,United States,318508625051,Binder,BI-1,No,2,$15.00,$4.50,$0.00,$0.00,$34.50,Yes,PayPal,Sep-01-25,Sep-01-25,,83,
118,25-00001-00005,gamer,Anthony A,a@ebay.test,United States,318508625052,Gift card,GC,No,1,$25.00,$0.00,$0.00,$0.00,$25.00,Yes,PayPal,Sep-02-25,Sep-02-25,,84,

7,record(s) downloaded,,,,,,,,,,,,,,,,,,,,,
7 record(s) downloaded
Seller ID : some-seller
`

tellSource('eBay', {
  source: 'ebay',
  text: US,
  currency: 'USD',
  rows: 9,
  told: { FOOTER_SKIPPED: 3, NON_PRODUCT_LINES: 1 },
  months: {
    '2025-07': { gross: 91_000, discounts: 0, returns: 0, net: 91_000, tax: 6_342, shipping: 697, orders: 2, units: 5 },
    '2025-08': { gross: 124_800, discounts: 0, returns: 0, net: 124_800, tax: 150, shipping: 1_050, orders: 3, units: 5 },
    '2025-09': { gross: 3_000, discounts: 0, returns: 0, net: 3_000, tax: 0, shipping: 450, orders: 1, units: 2 },
  },
  also: async (staging) => {
    const rows = await staging.query(`SELECT sku, title FROM stage.lines WHERE order_id = '25-00001-00001' ORDER BY line`)
    expect(rows).toEqual([
      { sku: 'ST-1', title: 'Sticker, holo' },
      { sku: '318508625051', title: 'Binder' },
    ])
  },
}) // prettier-ignore

const UK = `sep=,
Sales record number,Order number,Buyer username,Post to name,Post to country,Item number,Item title,Custom label,Quantity,Sold for,Postage and packaging,Total price,Sale date,Paid on date
1001,04-1,alice,Alice Hart,United Kingdom,1,Teapot,TP,1,£12.50,£3.00,£15.50,02-Mar-25,02-Mar-25
1002,04-2,bob,Bob Keene,Ireland,1,Teapot,TP,2,£12.50,£0.00,£25.00,28-Apr-25,28-Apr-25
2 record(s) downloaded
Seller ID : teapots
`

tellSource('eBay of the United Kingdom', {
  source: 'ebay',
  text: UK,
  currency: 'GBP',
  movable: false,
  shape: { header: 1 },
  told: { FOOTER_SKIPPED: 2 },
  months: {
    '2025-03': { gross: 1_250, discounts: 0, returns: 0, net: 1_250, tax: 0, shipping: 300, orders: 1, units: 1 },
    '2025-04': { gross: 2_500, discounts: 0, returns: 0, net: 2_500, tax: 0, shipping: 0, orders: 1, units: 2 },
  },
}) // prettier-ignore
