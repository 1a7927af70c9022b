import { expect } from 'vitest'
import { tellSource } from '../../../tests/source-story.ts'

const ANALYTICS = `Date,"Order #","N. Revenue (formatted)",Status,Customer,"Customer type","Product(s)","Items sold","Coupon(s)","Net Sales",Attribution
"2025-01-05 13:22:33",1501,€50.00,completed,"Ana López",new,"2× Mug, blue",2,,50,"Organic: Google"
"2025-01-09 09:00:00",1502,€30.00,completed,"Bo Berg",new,"1× Poster",1,,30,Direct
"2025-01-31 23:59:59",1503,€77.35,processing,"Ana López",returning,"1× Mug, blue, 2× Poster",3,spring,77.35,Direct
"2025-02-01 00:00:00",1504,€25.00,on-hold,"Cy Cole",new,"1× Mug, blue",1,,25,Direct
"2025-02-03 10:00:00",1502,-€30.00,completed,"Bo Berg",new,"1× Poster",-1,,-30,Direct
"2025-02-04 10:00:00",1505,€25.00,pending,"Di Dorn",new,"1× Mug, blue",1,,25,Direct
"2025-02-05 10:00:00",1506,€25.00,failed,"Di Dorn",new,"1× Mug, blue",1,,25,Direct
"2025-02-06 10:00:00",1507,€25.00,cancelled,"Di Dorn",new,"1× Mug, blue",1,,25,Direct
"2025-02-10 08:30:00",1508,€100.00,completed,"Ed Eck",new,"3× Lamp, 4× 2x Batteries",7,,100,Direct
"2025-02-20 08:30:00",1509,€0.00,completed,"Fe Falk",new,"1× Free sample",1,free,0,Direct
"2025-03-02 18:00:00",1503,-€15.50,completed,"Ana López",returning,"-1× Poster",-1,spring,-15.5,Direct
"2025-03-05 18:00:00",1510,€19.99,completed,"Gus Gil",new,"1× Lamp",1,,19.99,Direct
"2025-03-06 18:00:00",1511,"€1,234.56",completed,"Gus Gil",returning,"12× Lamp",12,,1234.56,Direct
`

tellSource('WooCommerce Analytics', {
  source: 'woo_analytics_orders',
  text: ANALYTICS,
  currency: 'EUR',
  rows: 13,
  told: { ITEM_AMOUNTS_ESTIMATED: 4, STATUS_EXCLUDED_FROM_REVENUE: 3 },
  months: {
    '2025-01': { gross: 15_735, discounts: 0, returns: 0, net: 15_735, tax: 0, shipping: 0, orders: 3, units: 6 },
    '2025-02': { gross: 12_500, discounts: 0, returns: 3_000, net: 9_500, tax: 0, shipping: 0, orders: 3, units: 9 },
    '2025-03': { gross: 125_455, discounts: 0, returns: 1_550, net: 123_905, tax: 0, shipping: 0, orders: 2, units: 13 },
  },
  also: async (staging) => {
    // 77.35 of one mug (25.00 alone) and two posters (30.00 alone): 25/85 and 60/85
    const rows = await staging.query(
      `SELECT title, CAST(quantity AS DOUBLE) AS quantity, CAST(gross AS DOUBLE) AS gross FROM stage.lines WHERE order_id = '1503' ORDER BY line`,
    )
    expect(rows).toEqual([
      { title: 'Mug, blue', quantity: 1, gross: 2_275 },
      { title: 'Poster', quantity: 2, gross: 5_460 },
    ])
  },
}) // prettier-ignore

const SPANISH = `Fecha,Pedido #,Ingresos netos (con formato),Estado,Cliente,Tipo de cliente,Producto(s),Artículos vendidos,Cupón(es),Ventas netas,Atribución
2025-01-05 13:22:33,1,"20,00 €",Completado,Ana,nuevo,2× Taza,2,,20,Directo
2025-01-06 13:22:33,2,"10,00 €",Cancelado,Ana,recurrente,1× Taza,1,,10,Directo
2025-02-06 13:22:33,3,"10,00 €",Pendiente de pago,Ana,recurrente,1× Taza,1,,10,Directo
2025-02-07 13:22:33,4,"10,50 €",Procesando,Leo,nuevo,1× Taza,1,,10.5,Directo
`

tellSource('WooCommerce Analytics in Spanish', {
  source: 'woo_analytics_orders',
  text: SPANISH,
  currency: 'EUR',
  told: { STATUS_EXCLUDED_FROM_REVENUE: 2 },
  options: { currency: 'EUR' },
  months: {
    '2025-01': { gross: 2_000, discounts: 0, returns: 0, net: 2_000, tax: 0, shipping: 0, orders: 1, units: 2 },
    '2025-02': { gross: 1_050, discounts: 0, returns: 0, net: 1_050, tax: 0, shipping: 0, orders: 1, units: 1 },
  },
}) // prettier-ignore

const TAX = 'rate_id:1|code:ES-IVA-1|total:'
const WEBTOFFEE = `order_id,order_number,order_date,paid_date,status,shipping_total,shipping_tax_total,fee_total,fee_tax_total,tax_total,cart_discount,order_discount,discount_total,order_total,order_subtotal,order_currency,payment_method,customer_id,customer_user,customer_email,billing_first_name,billing_last_name,billing_email,billing_phone,billing_country,shipping_country,customer_note,shipping_items,fee_items,tax_items,coupon_items,refund_items,order_notes,line_item_1,line_item_2,line_item_3
9001,9001,2025-04-02 10:00:00,2025-04-02 10:01:00,completed,5.00,1.05,0,0,9.45,0.00,0.00,0.00,54.45,40.00,EUR,stripe,7,7,ana@shop.test,Ana,López,ana@shop.test,600111222,ES,ES,,,,${TAX}9.45,,,,"name:Mug, blue|product_id:11|sku:MUG-B|quantity:2|total:20.00|sub_total:20.00",name:Poster: A|B|product_id:12|sku:POS|quantity:1|total:20.00|sub_total:20.00,
9002,9002,2025-04-15 11:00:00,,completed,0,0,0,0,18.90,10.00,0.00,10.00,108.90,100.00,EUR,stripe,0,0,,Bo,Berg,BO@shop.test,,ES,ES,,,,${TAX}18.90,code:SPRING|amount:10.00,,,name:Lamp|product_id:13|sku:LAMP|quantity:2|total:54.00|sub_total:60.00,name:Poster|product_id:12|sku:POS|quantity:2|total:36.00|sub_total:40.00,
9003,9003,2025-04-20 12:00:00,,wc-cancelled,5,0,0,0,5.25,0,0,0,35.25,25.00,EUR,bacs,0,0,cy@shop.test,Cy,,cy@shop.test,,PT,PT,,,,,,,,name:Mug|product_id:11|sku:MUG-B|quantity:1|total:25.00|sub_total:25.00,,
9004,9004,2025-04-30 23:30:00,,refunded,5.00,0,0,0,6.30,0,0,0,41.30,30.00,EUR,stripe,8,8,di@shop.test,Di,,di@shop.test,,ES,ES,,,,,,amount:41.30|reason:|date:2025-05-03 09:00:00,,name:Lamp|product_id:13|sku:LAMP|quantity:1|total:30.00|sub_total:30.00,,
9005,9005,2025-05-04 12:00:00,,processing,4.50,0,2.00,0,2.10,0,0,0,18.60,10.00,EUR,cod,0,0,ed@shop.test,Ed,,ed@shop.test,,FR,FR,,,name:Cash on delivery|total:2.00,,,,,name:Mug|product_id:11|sku:|quantity:1|total:10.00|sub_total:10.00,,
9006,9006,2025-05-10 12:00:00,,completed,0,0,0,0,21.00,0,0,0,121.00,100.00,EUR,stripe,7,7,ana@shop.test,Ana,López,ana@shop.test,,ES,ES,,,,,,amount:24.20|reason:broken|date:2025-05-12 10:00:00;amount:12.10|reason:|date:2025-06-01 10:00:00,,name:Lamp|product_id:13|sku:LAMP|quantity:4|total:100.00|sub_total:100.00,,
9007,9007,2025-05-11 12:00:00,,failed,0,0,0,0,0,0,0,0,30.00,30.00,EUR,stripe,0,0,x@shop.test,X,,x@shop.test,,ES,ES,,,,,,,,name:Lamp|product_id:13|sku:LAMP|quantity:1|total:30.00|sub_total:30.00,,
9008,9008,2025-05-12 12:00:00,,pending,0,0,0,0,0,0,0,0,30.00,30.00,EUR,bacs,0,0,x@shop.test,X,,x@shop.test,,ES,ES,,,,,,,,name:Lamp|product_id:13|sku:LAMP|quantity:1|total:30.00|sub_total:30.00,,
9009,9009,2025-06-02 12:00:00,,on-hold,0,0,0,0,0,0,0,0,30.00,30.00,EUR,bacs,0,0,x@shop.test,X,,x@shop.test,,ES,ES,,,,,,,,name:Lamp|product_id:13|sku:LAMP|quantity:1|total:30.00|sub_total:30.00,,
9010,9010,2025-06-15 12:00:00,,completed,3.00,0,0,0,12.60,5.00,0,5.00,70.60,65.00,EUR,stripe,0,0,bo@shop.test,Bo,Berg,bo@shop.test,,ES,ES,,,,,code:BYE|amount:5.00,,,name:Lamp|product_id:13|sku:LAMP|quantity:1|total:27.69|sub_total:30.00,name:Poster|product_id:12|sku:POS|quantity:1|total:18.46|sub_total:20.00,"name:Mug, blue|product_id:11|sku:MUG-B|quantity:1|total:13.85|sub_total:15.00"
9011,9011,2025-06-16 12:00:00,,completed,0,0,0,0,0,0,0,0,12.00,12.00,EUR,stripe,0,0,no@shop.test,No,,no@shop.test,,ES,ES,,,,,,,,,,
9012,9012,2025-06-20 12:00:00,,refunded,2.00,0,0,0,4.20,0,0,0,26.20,20.00,EUR,stripe,0,0,gu@shop.test,Gu,,gu@shop.test,,ES,ES,,,,,,,,name:Poster|product_id:12|sku:POS|quantity:1|total:20.00|sub_total:20.00,,
`

tellSource('WooCommerce orders of WebToffee', {
  source: 'woo_webtoffee',
  text: WEBTOFFEE,
  currency: 'EUR',
  rows: 12,
  told: { STATUS_EXCLUDED_FROM_REVENUE: 3, NON_PRODUCT_LINES: 1 },
  months: {
    // 9001 40 + 9002 100 + 9004 30
    '2025-04': { gross: 17_000, discounts: 1_000, returns: 0, net: 16_000, tax: 3_465, shipping: 1_000, orders: 3, units: 8 },
    // 9005 10 + 9006 100; back: 9004 whole, 9006 24.20 × 100/121 = 20
    '2025-05': { gross: 11_000, discounts: 0, returns: 5_000, net: 6_000, tax: 210 + 2_100 - 630, shipping: 450 - 500, orders: 2, units: 5 },
    // 9009 30 + 9010 65 + 9011 12 + 9012 20; back: 9006 12.10 → 10, 9012 whole
    '2025-06': { gross: 12_700, discounts: 500, returns: 3_000, net: 9_200, tax: 1_260 + 420, shipping: 300 + 200, orders: 4, units: 6 },
  },
  also: async (staging) => {
    const rows = await staging.query(`SELECT sku, title FROM stage.lines WHERE order_id = '9001' ORDER BY line`)
    expect(rows).toEqual([
      { sku: 'MUG-B', title: 'Mug, blue' },
      { sku: 'POS', title: 'Poster: A|B' },
    ])
  },
}) // prettier-ignore

const PIVOTED = `order_id,order_number,order_date,status,shipping_total,tax_total,discount_total,order_total,order_subtotal,order_currency,billing_email,"Product Item 1 Name","Product Item 1 id","Product Item 1 SKU","Product Item 1 Quantity","Product Item 1 Total","Product Item 1 Subtotal","Product Item 2 Name","Product Item 2 id","Product Item 2 SKU","Product Item 2 Quantity","Product Item 2 Total","Product Item 2 Subtotal"
1,1,2025-04-02 10:00:00,completed,5,4,2,47,40,USD,a@b.test,Mug,5,M,2,19,20,Rug,6,R,1,19,20
2,2,2025-05-02 10:00:00,completed,0,0,0,10,10,USD,c@b.test,Mug,5,M,1,10,10,,,,,,
`

tellSource('WooCommerce orders with columns for each item', {
  source: 'woo_webtoffee',
  text: PIVOTED,
  currency: 'USD',
  months: {
    '2025-04': { gross: 4_000, discounts: 200, returns: 0, net: 3_800, tax: 400, shipping: 500, orders: 1, units: 3 },
    '2025-05': { gross: 1_000, discounts: 0, returns: 0, net: 1_000, tax: 0, shipping: 0, orders: 1, units: 1 },
  },
}) // prettier-ignore

const ALGOL_HEAD = `"Order Number","Order Status","Order Date","Customer Note","First Name (Billing)","Last Name (Billing)","Email (Billing)","Country Code (Billing)","Country Code (Shipping)","Item #",SKU,Name,"Product Variation",Quantity,"Quantity (- Refund)","Item Cost","Order Line (w/o tax)","Order Line Tax","Order Line Total","Order Line Total Refunded","Coupon Code","Cart Discount Amount","Order Subtotal Amount","Order Tax Amount","Order Shipping Amount","Order Refund Amount","Order Total Amount","Order Total Tax Amount"`
const algol = (rows: string) => `${ALGOL_HEAD}\n${rows}`

// The discounts of 702 and 707 are in the lines already (90 of 100); that of 703 is not.
const BLANK =
  algol(`701,Completed,2025-07-01 09:15,,Ana,López,ana@shop.test,ES,ES,1,M-1,Mug,blue,2,2,10,20,4.2,20,0,,0,50,10.5,5,0,66.55,11.55
,,,,,,,,,2,R-1,Rug,,1,1,30,30,6.3,30,0,,,,,,,,
702,Completed,2025-07-10 10:00,,Bo,Berg,bo@shop.test,ES,ES,1,R-1,Rug,,3,3,27,81,17.01,81,0,TEN,10,100,18.9,0,0,108.9,18.9
,,,,,,,,,2,M-1,Mug,blue,1,1,9,9,1.89,9,0,,,,,,,,
703,Processing,2025-07-31 23:59,,Cy,,cy@shop.test,ES,PT,1,R-1,Rug,,2,2,30,60,0,60,0,FIVE,5,60,0,4,0,59,0
704,Cancelled,2025-08-01 00:00,,Di,,di@shop.test,ES,ES,1,R-1,Rug,,1,1,30,30,6.3,30,0,,0,40,8.4,5,0,54.45,9.45
,,,,,,,,,2,M-1,Mug,blue,1,1,10,10,2.1,10,0,,,,,,,,
705,Refunded,2025-08-05 12:00,,Ed,,ed@shop.test,ES,ES,1,R-1,Rug,,1,0,30,30,6.3,30,30,,0,30,6.3,5,42.35,42.35,7.35
706,Completed,2025-08-09 12:00,,Ana,López,ana@shop.test,ES,ES,1,M-1,Mug,red,4,3,10,40,8.4,40,10,,0,40,8.4,5,12.1,54.45,9.45
707,On hold,2025-09-09 12:00,,Fe,,fe@shop.test,ES,ES,1,M-1,Mug,red,10,10,9,90,0,90,0,TEN,10,100,0,0,0,90,0
708,Failed,2025-09-10 12:00,,Fe,,fe@shop.test,ES,ES,1,M-1,Mug,red,1,1,10,10,0,10,0,,0,10,0,0,0,10,0
709,Pending payment,2025-09-11 12:00,,Fe,,fe@shop.test,ES,ES,1,M-1,Mug,red,1,1,10,10,0,10,0,,0,10,0,0,0,10,0
`)
const repeated = (text: string): string => {
  const [head = '', ...rows] = text.trimEnd().split('\n')
  let last: string[] = []
  const filled = rows.map((row) => {
    const cells = row.split(',')
    const own = [...Array(9).keys(), ...Array.from({ length: 8 }, (_, index) => 20 + index)]
    if (cells[0] !== '') last = cells
    else for (const index of own) cells[index] = last[index]!
    return cells.join(',')
  })
  return [head, ...filled].join('\n')
}

const ALGOL_MONTHS = {
  '2025-07': { gross: 21_000, discounts: 1_500, returns: 0, net: 19_500, tax: 3_045, shipping: 900, orders: 3, units: 9 },
  '2025-08': { gross: 7_000, discounts: 0, returns: 4_000, net: 3_000, tax: 735 + 945, shipping: 1_000, orders: 2, units: 5 },
  '2025-09': { gross: 10_000, discounts: 1_000, returns: 0, net: 9_000, tax: 0, shipping: 0, orders: 1, units: 10 },
} // prettier-ignore

for (const [name, text] of [
  ['cells of the order on its first row', BLANK],
  ['cells of the order on every row', repeated(BLANK)],
] as const)
  tellSource(`WooCommerce orders of AlgolPlus, ${name}`, {
    source: 'woo_algol',
    text,
    currency: 'EUR',
    options: { currency: 'EUR' },
    told: { STATUS_EXCLUDED_FROM_REVENUE: 4 },
    rows: 12,
    months: ALGOL_MONTHS,
  })
