import { tellSource } from '../../../tests/source-story.ts'

const PRESTA = `ID;Reference;"New client";Delivery;Customer;Total;Payment;Status;Date
1;XKBKNABJK;1;France;J. DOE;"€29.00";"Bank transfer";"Payment accepted";"2025-03-02 10:00:00"
2;OHSATSERP;1;Spain;"A. MUÑOZ";"€61.80";Card;Shipped;"2025-03-15 12:30:00"
3;UOYEVOLI;0;France;J. DOE;"€19.90";Card;Canceled;"2025-03-16 12:30:00"
4;FFATNOMMJ;0;France;J. DOE;"€19.90";Card;"Payment error";"2025-03-17 12:30:00"
5;KHWLILZLL;0;Spain;"A. MUÑOZ";"€1,234.50";Card;Delivered;"2025-03-31 23:59:59"
6;AAAAAAAAA;1;Italy;B. ROSSI;"€15.00";Card;Refunded;"2025-04-01 00:00:00"
7;BBBBBBBBB;1;Italy;C. BIANCHI;"€0.00";"Free order";"Payment accepted";"2025-04-20 09:00:00"
8;CCCCCCCCC;0;Italy;C. BIANCHI;"€42.42";Check;"Awaiting check payment";"2025-04-30 22:00:00"
`

tellSource('PrestaShop', {
  source: 'prestashop',
  text: PRESTA,
  currency: 'EUR',
  shape: { delimiter: ';' },
  rows: 8,
  told: { ORDERS_WITHOUT_LINES: 8, STATUS_EXCLUDED_FROM_REVENUE: 2 },
  months: {
    '2025-03': { gross: 132_530, discounts: 0, returns: 0, net: 132_530, tax: 0, shipping: 0, orders: 3, units: 3 },
    '2025-04': { gross: 5_742, discounts: 0, returns: 1_500, net: 4_242, tax: 0, shipping: 0, orders: 3, units: 3 },
  },
}) // prettier-ignore

const PRESTA_ES = `ID;Referencia;Nuevo cliente;Entrega;Cliente;Total;Pago;Estado;Fecha
11;XKBKNABJK;1;España;J. DÍAZ;29,00 €;Transferencia;Pago aceptado;2025-05-02 10:00:00
12;OHSATSERP;1;España;A. MUÑOZ;1.061,80 €;Tarjeta;Enviado;2025-05-15 12:30:00
13;UOYEVOLI;0;España;J. DÍAZ;19,90 €;Tarjeta;Cancelado;2025-06-16 12:30:00
14;UOYEVOLX;0;España;J. DÍAZ;19,90 €;Tarjeta;Reembolsado;2025-06-17 12:30:00
`

tellSource('PrestaShop in Spanish', {
  source: 'prestashop',
  text: PRESTA_ES,
  currency: 'EUR',
  shape: { delimiter: ';' },
  told: { ORDERS_WITHOUT_LINES: 4, STATUS_EXCLUDED_FROM_REVENUE: 1 },
  months: {
    '2025-05': { gross: 109_080, discounts: 0, returns: 0, net: 109_080, tax: 0, shipping: 0, orders: 2, units: 2 },
    '2025-06': { gross: 1_990, discounts: 0, returns: 1_990, net: 0, tax: 0, shipping: 0, orders: 1, units: 1 },
  },
}) // prettier-ignore

const MAGENTO = `ID,"Purchase Point","Purchase Date","Bill-to Name","Ship-to Name","Grand Total (Base)","Grand Total (Purchased)",Status,"Billing Address","Shipping Address","Shipping Information","Customer Email","Customer Group",Subtotal,"Shipping and Handling","Customer Name","Payment Method","Total Refunded","Allocated sources"
000000101,"Main Website
Main Store
Default View","Jul 3, 2025 10:12:33 AM","Ana Núñez","Ana Núñez",$65.00,$65.00,Complete,"Street 1, Reno","Street 1, Reno","Flat Rate",ana@m.test,General,$50.00,$10.00,"Ana Núñez",checkmo,$0.00,
000000102,"Main Website
Main Store
Default View","Jul 15, 2025 11:59:00 PM","Bo","Bo","$1,180.00","$1,180.00",Processing,"S","S","Flat Rate",bo@m.test,General,"$1,200.00",$20.00,Bo,checkmo,$0.00,
000000103,"Main Website
Main Store
Default View","Jul 31, 2025 11:59:59 PM","Cy","Cy",$30.00,$30.00,Canceled,"S","S","Flat Rate",cy@m.test,"NOT LOGGED IN",$25.00,$5.00,Cy,checkmo,$0.00,
000000104,"Main Website
Main Store
Default View","Aug 1, 2025 12:00:00 AM","Di","Di",$100.00,$100.00,Complete,"S","S","Flat Rate",di@m.test,General,$80.00,$10.00,Di,checkmo,$50.00,
000000105,"Main Website
Main Store
Default View","Aug 9, 2025 1:00:00 PM","Ed","Ed",$55.00,$55.00,Closed,"S","S","Flat Rate",ed@m.test,General,$50.00,$5.00,Ed,checkmo,$55.00,
000000106,"Main Website
Main Store
Default View","Aug 20, 2025 1:00:00 PM","Ed","Ed",$15.00,$15.00,Pending,"S","S","Flat Rate",ed@m.test,General,$15.00,$0.00,Ed,checkmo,$0.00,
`

tellSource('Magento', {
  source: 'magento_orders',
  text: MAGENTO,
  currency: 'USD',
  options: { currency: 'USD' },
  rows: 6,
  told: { ORDERS_WITHOUT_LINES: 6, STATUS_EXCLUDED_FROM_REVENUE: 1 },
  months: {
    // what 102 lacks to goods and shipping (40) is discount, what 101 has above them (5) is tax
    '2025-07': { gross: 125_000, discounts: 4_000, returns: 0, net: 121_000, tax: 500, shipping: 3_000, orders: 2, units: 2 },
    // 50 of 100 given back: 40 of the goods
    '2025-08': { gross: 14_500, discounts: 0, returns: 4_000 + 5_000, net: 5_500, tax: 1_000, shipping: 1_500, orders: 3, units: 3 },
  },
}) // prettier-ignore

const STRIPE = `id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Fee,Is Link,Mode,Status,Description,Customer Email,Name (metadata)
ch_1,2025-07-10 18:37:41,49.00,0.00,eur,true,49.00,0.00,eur,1.72,false,Live,Paid,Subscription creation,ana@s.test,Ana Núñez
ch_2,2025-07-31 22:30:00,"1,249.00",0.00,eur,true,"1,249.00",0.00,eur,36.52,false,Live,Paid,Course,bo@s.test,
ch_3,2025-08-02 09:00:00,30.00,30.00,eur,true,30.00,30.00,eur,1.17,false,Live,Refunded,Invoice 3,cy@s.test,
ch_4,2025-08-03 09:00:00,30.00,0.00,eur,false,,,,0,false,Live,Failed,Invoice 4,cy@s.test,
ch_5,2025-08-04 09:00:00,80.00,20.50,eur,true,80.00,20.50,eur,2.62,false,Live,Paid,Invoice 5,di@s.test,
ch_6,2025-08-05 09:00:00,15.00,0.00,eur,false,,,,0,false,Live,Uncaptured,Invoice 6,di@s.test,
ch_7,2025-08-06 09:00:00,15.00,0.00,eur,true,15.00,0.00,eur,0,false,Test,Paid,Try,di@s.test,
ch_8,2025-09-01 00:00:00,12.34,0.00,eur,true,12.34,0.00,eur,0.5,false,Live,Paid,Invoice 8,ana@s.test,
`

tellSource('Stripe payments', {
  source: 'stripe',
  text: STRIPE,
  currency: 'EUR',
  context: { timeZone: 'Europe/Madrid' },
  rows: 8,
  told: { ORDERS_WITHOUT_LINES: 8, STATUS_EXCLUDED_FROM_REVENUE: 3 },
  months: {
    '2025-07': { gross: 4_900, discounts: 0, returns: 0, net: 4_900, tax: 0, shipping: 0, orders: 1, units: 1 },
    // 22:30 UTC on the last of July is August in Madrid
    '2025-08': { gross: 135_900, discounts: 0, returns: 5_050, net: 130_850, tax: 0, shipping: 0, orders: 3, units: 3 },
    '2025-09': { gross: 1_234, discounts: 0, returns: 0, net: 1_234, tax: 0, shipping: 0, orders: 1, units: 1 },
  },
}) // prettier-ignore
