import { expect } from 'vitest'
import { tellSource } from '../../../tests/source-story.ts'

const VTEX = `Origin;Order;Sequence;Creation Date;Client Name;Client Last Name;Client Document;Email;UF;Status;Payment System Name;Installments;Payment Value;Shipping Value;Quantity_SKU;ID_SKU;Reference Code;SKU Name;SKU Value;SKU Selling Price;SKU Total Price;Total Value;Discounts Totals;Seller Name;Coupon
Marketplace;1001-01;501;2025-06-03 10:15:00Z;João;Silva;111.111.111-11;x1@ct.vtex.test;SP;Faturado;Visa;3;219,80;19,80;2;11;R-11;Camiseta Açaí;100,00;100,00;200,00;219,80;0,00;Loja;
Fulfillment;1002-01;502;2025-06-09 12:00:00Z;Bia;Reis;222.222.222-22;x2@ct.vtex.test;RJ;Faturado;Pix;1;112,50;10,00;1;11;R-11;Camiseta Açaí;100,00;90,00;90,00;112,50;-12,50;Loja;PROMO
Fulfillment;1002-01;502;2025-06-09 12:00:00Z;Bia;Reis;222.222.222-22;x2@ct.vtex.test;RJ;Faturado;Pix;1;112,50;10,00;1;12;;Caneca;15,00;12,50;12,50;112,50;-12,50;Loja;PROMO
Marketplace;1003-01;503;2025-06-30 23:59:00Z;João;Silva;111.111.111-11;x3@ct.vtex.test;SP;Cancelado;Visa;1;15,00;0,00;1;12;;Caneca;15,00;15,00;15,00;15,00;0,00;Loja;
Marketplace;1004-01;504;2025-07-01 00:01:00Z;Lia;Melo;333.333.333-33;x4@ct.vtex.test;SP;Pronto para o manuseio;Visa;1;1.030,00;0,00;2;13;R-13;Mesa;515,00;515,00;1.030,00;1.030,00;0,00;Loja;
Marketplace;1005-01;505;2025-07-15 10:00:00Z;Lia;Melo;333.333.333-33;x5@ct.vtex.test;SP;Pagamento pendente;Boleto;1;15,00;0,00;1;12;;Caneca;15,00;15,00;15,00;15,00;0,00;Loja;
Marketplace;1006-01;506;2025-07-20 10:00:00Z;Lia;Melo;333.333.333-33;x6@ct.vtex.test;SP;Faturado;Pix;1;50,00;5,00;3;12;;Caneca;15,00;15,00;45,00;50,00;0,00;Loja;
`

tellSource('VTEX', {
  source: 'vtex',
  text: VTEX,
  currency: 'BRL',
  options: { currency: 'BRL' },
  shape: { delimiter: ';' },
  rows: 7,
  told: { STATUS_EXCLUDED_FROM_REVENUE: 2 },
  months: {
    '2025-06': { gross: 31_500, discounts: 1_250, returns: 0, net: 30_250, tax: 0, shipping: 2_980, orders: 2, units: 4 },
    '2025-07': { gross: 107_500, discounts: 0, returns: 0, net: 107_500, tax: 0, shipping: 500, orders: 2, units: 5 },
  },
  also: async (staging) => {
    const rows = await staging.query<{ people: number }>(`SELECT CAST(count(DISTINCT identity) AS DOUBLE) AS people FROM stage.orders`)
    expect(rows).toEqual([{ people: 3 }])
  },
}) // prettier-ignore

const OLIST = `order_id,order_item_id,product_id,price,freight_value,customer_id,customer_unique_id,customer_state,order_status,order_purchase_timestamp,product_category_name,product_category_name_english,payment_type,payment_value
aa11,1,p1xxxxxxxxx,29.99,8.72,c1,u1,SP,delivered,2017-10-02 10:56:33,utilidades_domesticas,housewares,credit_card,20.00
aa11,1,p1xxxxxxxxx,29.99,8.72,c1,u1,SP,delivered,2017-10-02 10:56:33,utilidades_domesticas,housewares,voucher,18.71
bb22,1,p2xxxxxxxxx,118.70,22.76,c2,u2,BA,delivered,2017-10-24 20:41:37,perfumaria,perfumery,boleto,282.92
bb22,2,p2xxxxxxxxx,118.70,22.76,c2,u2,BA,delivered,2017-10-24 20:41:37,perfumaria,perfumery,boleto,282.92
cc33,1,p1xxxxxxxxx,29.99,7.78,c3,u1,SP,canceled,2017-11-08 08:38:49,utilidades_domesticas,housewares,credit_card,37.77
dd44,,,,,c4,u3,RJ,unavailable,2017-11-18 19:28:06,,,,
ee55,1,p3xxxxxxxxx,45.00,27.20,c5,u1,RN,shipped,2017-11-18 19:28:06,,,credit_card,72.20
`

tellSource('Olist, joined', {
  source: 'olist_orders',
  text: OLIST,
  currency: 'BRL',
  told: { NOT_SALES_SKIPPED: 1, STATUS_EXCLUDED_FROM_REVENUE: 1 },
  months: {
    '2017-10': { gross: 26_739, discounts: 0, returns: 0, net: 26_739, tax: 0, shipping: 5_424, orders: 2, units: 3 },
    '2017-11': { gross: 4_500, discounts: 0, returns: 0, net: 4_500, tax: 0, shipping: 2_720, orders: 1, units: 1 },
  },
}) // prettier-ignore
