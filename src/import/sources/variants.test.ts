import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MonthFigures, monthFigures } from '../../../tests/source-months.ts'
import { openStaging, type Staging } from '../../../tests/staging.ts'

const figures = (
  [gross, discounts, returns]: readonly [number, number, number],
  [tax, shipping]: readonly [number, number],
  [orders, units]: readonly [number, number],
): MonthFigures => ({
  gross,
  discounts,
  returns,
  net: gross - discounts - returns,
  tax,
  shipping,
  orders,
  units,
})

interface Variant {
  readonly name: string
  readonly source: string
  readonly text: string
  readonly currency?: string
  readonly january: MonthFigures
}

const TABS = (row: string): string => row.replaceAll('|', '\t')

/** Files that lack columns, have them under other names or in another language; figures counted by hand. */
const VARIANTS: readonly Variant[] = [
  {
    name: 'Shopify with the codes of its lines instead of their names',
    source: 'shopify_orders',
    text: 'Name,Created at,Currency,Lineitem quantity,Lineitem sku,Lineitem price\n#1,2025-01-05 10:00:00 +0000,USD,2,A,5.00\n#1,,,1,B,3.00\n',
    january: figures([1_300, 0, 0], [0, 0], [1, 3]),
  },
  {
    name: 'Shopify without its refunds: an order whose status says so is given back whole',
    source: 'shopify_orders',
    text: 'Name,Created at,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Lineitem quantity,Lineitem name,Lineitem price\n#1,2025-01-05 10:00:00 +0000,refunded,USD,12.00,2.00,1.00,15.00,1.00,2,A,5.00\n#1,,,,,,,,,1,B,3.00\n#2,2025-01-06 10:00:00 +0000,paid,USD,5.00,0.00,0.00,5.00,0.00,1,A,5.00\n',
    january: figures([1_800, 100, 1_200], [100, 200], [2, 4]),
  },
  {
    name: 'Shopify without its discounts: they are what the subtotal lacks of the lines',
    source: 'shopify_orders',
    text: 'Name,Created at,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Lineitem quantity,Lineitem name,Lineitem price\n#1,2025-01-05 10:00:00 +0000,paid,USD,12.00,2.00,1.00,15.00,2,A,5.00\n#1,,,,,,,,1,B,3.00\n',
    january: figures([1_300, 100, 0], [100, 200], [1, 3]),
  },
  {
    name: 'Shopify without any column of lines',
    source: 'shopify_order_list',
    text: 'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Refunded Amount\n#1,a@x.com,paid,USD,90.00,5.00,9.00,104.00,10.00,2025-01-05 10:00:00 +0000,0.00\n#2,b@x.com,partially_refunded,USD,50.00,0.00,0.00,50.00,0.00,2025-01-06 10:00:00 +0000,10.00\n',
    january: figures([15_000, 1_000, 1_000], [900, 500], [2, 2]),
  },
  {
    name: 'AlgolPlus with nothing but lines that have their tax in them, statuses in French',
    source: 'woo_algol',
    text: 'Order Number,Order Status,Order Date,SKU,Name,Quantity,Order Line Tax,Order Line Total\n1,Terminée,2025-01-05 10:00,A,Table,2,4.20,24.20\n2,Annulée,2025-01-06 10:00,A,Table,2,4.20,24.20\n3,Échouée,2025-01-07 10:00,A,Table,2,4.20,24.20\n',
    currency: 'EUR',
    january: figures([2_000, 0, 0], [420, 0], [1, 2]),
  },
  {
    name: 'AlgolPlus whose coupons took all or some off the lines',
    source: 'woo_algol',
    text: 'Order Number,Order Status,Order Date,SKU,Name,Quantity,Order Line Total,Cart Discount Amount,Order Subtotal Amount,Order Total Amount\n1,completed,2025-01-05 10:00,A,Table,2,0.00,30.00,30.00,0.00\n1,completed,2025-01-05 10:00,B,Chair,1,0.00,30.00,30.00,0.00\n2,completed,2025-01-06 10:00,A,Table,1,9.00,1.00,10.00,9.00\n',
    currency: 'EUR',
    january: figures([4_000, 3_100, 0], [0, 0], [2, 4]),
  },
  {
    name: 'WooCommerce Analytics in a language that is not known, by its cells',
    source: 'woo_analytics_orders',
    text: 'Dato,"Ordre nr.","Netto (formateret)",Tilstand,Kunde,Kundetype,Varer,"Solgte varer",Kuponer,Nettosalg,Kilde\n2025-01-05 10:00:00,101,"30,00 kr",completed,Ane,new,"2× Bord",2,,30,Direct\n2025-01-06 10:00:00,102,"10,00 kr",cancelled,Ane,new,"1× Stol",1,,10,Direct\n2025-01-07 10:00:00,101,"-15,00 kr",refunded,Ane,new,"1× Bord",-1,,-15,Direct\n',
    currency: 'DKK',
    january: figures([3_000, 0, 1_500], [0, 0], [1, 2]),
  },
  {
    name: 'PrestaShop in Dutch, by its cells',
    source: 'prestashop',
    text: 'ID;Referentie;Nieuwe klant;Levering;Klant;Totaal;Betaling;Status;Datum\n1;XKBKNABJK;1;Nederland;J. DE VRIES;29,00 €;iDEAL;Betaling aanvaard;2025-01-05 10:00:00\n2;OHSATSERP;0;Nederland;A. B;1.250,50 €;iDEAL;Geannuleerd;2025-01-06 10:00:00\n3;UOYEVOLIX;0;Nederland;A. B;20,00 €;iDEAL;Terugbetaald;2025-01-07 10:00:00\n',
    currency: 'EUR',
    january: figures([4_900, 0, 2_000], [0, 0], [2, 2]),
  },
  {
    name: 'the grid of Magento in French',
    source: 'magento_orders',
    text: `ID,"Point d'achat","Date d'achat","Facturer au nom","Montant global (base)",État,Sous-total,"Expédition et traitement","Total remboursé"\n000000001,Main,"5 janv. 2025 10:00:00",A,"126,00 €",Terminé,"100,00 €","5,00 €","0,00 €"\n000000002,Main,"6 janv. 2025 10:00:00",A,"126,00 €",Annulé,"100,00 €","5,00 €","0,00 €"\n`,
    january: figures([10_000, 0, 0], [2_100, 500], [1, 1]),
  },
  {
    name: 'the grid of Magento in German: dates with dots have the day first',
    source: 'magento_orders',
    text: 'ID,Einkaufsort,Kaufdatum,"Rechnung an Name","Gesamtbetrag (Basis)",Status,Zwischensumme,"Versand und Bearbeitung"\n000000001,Main,05.01.2025 10:00:00,A,"126,00 €",Abgeschlossen,"100,00 €","5,00 €"\n',
    january: figures([10_000, 0, 0], [2_100, 500], [1, 1]),
  },
  {
    name: 'VTEX with seven decimals of a second',
    source: 'vtex',
    text: 'Order,Creation Date,Status,Currency Code,Quantity_SKU,ID_SKU,SKU Name,SKU Value,SKU Selling Price,SKU Total Price,Shipping Value\n1-01,2025-01-05T10:00:00.1234567+00:00,Faturado,BRL,2,9,Mesa,50.00,45.00,90.00,10.00\n1-01,2025-01-05T10:00:00.1234567+00:00,Faturado,BRL,1,8,Silla,20.00,20.00,20.00,10.00\n',
    january: figures([12_000, 1_000, 0], [0, 1_000], [1, 3]),
  },
  {
    name: 'the date range report of Amazon of before, with one column of taxes',
    source: 'amazon_date_range',
    text: '"Includes Amazon Marketplace"\n"All amounts in USD, unless specified"\ndate/time,settlement id,type,order id,sku,description,quantity,product sales,shipping credits,gift wrap credits,promotional rebates,sales tax collected,selling fees,other,total\n"Jan 5, 2025 10:00:00 AM PST",1,Order,1-1,S,T,2,20.00,5.00,0,-1.00,1.90,-3,0,22.90\n',
    january: figures([2_000, 100, 0], [190, 500], [1, 2]),
  },
  {
    name: 'the settlement of Amazon of before (V1)',
    source: 'amazon_settlement_v1',
    text: [
      'settlement-id|total-amount|currency|transaction-type|order-id|posted-date|order-item-code|sku|quantity-purchased|price-type|price-amount|item-related-fee-type|item-related-fee-amount|promotion-type|promotion-amount',
      '1|30.00|USD||||||||||||',
      '1|||Order|O1|2025-01-05T10:00:00+00:00|77|S1|2|Principal|20.00||||',
      '1|||Order|O1|2025-01-05T10:00:00+00:00|77|S1|2|Tax|1.50||||',
      '1|||Order|O1|2025-01-05T10:00:00+00:00|77|S1|2|Shipping|4.00||||',
      '1|||Order|O1|2025-01-05T10:00:00+00:00|77|S1||||Commission|-3.00|Principal|-2.00',
      '1|||Refund|O1|2025-01-09T10:00:00+00:00|77|S1||Principal|-10.00||||',
      '',
    ]
      .map(TABS)
      .join('\n'),
    january: figures([2_000, 200, 1_000], [150, 400], [1, 2]),
  },
  {
    name: 'a table of a shop in German',
    source: 'table',
    text: 'Bestellnummer,Bestelldatum,Kunde,E-Mail,Artikelnummer,Artikel,Menge,Einzelpreis,Rabatt,Versandkosten,MwSt,Status\n1,05.01.2025,Ana,a@x.com,A,Tisch,2,"10,50","1,00",0,0,Bezahlt\n2,31.01.2025,Ana,a@x.com,A,Tisch,1,"10,50",0,0,0,Storniert\n',
    currency: 'EUR',
    january: figures([2_100, 100, 0], [0, 0], [1, 2]),
  },
  {
    name: 'a table of a shop in French',
    source: 'table',
    text: 'Numéro de commande,Date de commande,Client,Référence,Produit,Quantité,Prix unitaire,Remise,Frais de port,TVA,Statut\n1,05/01/2025,Ana,A,Table,2,"10,50","1,00",0,0,Payée\n2,31/01/2025,Ana,A,Table,1,"10,50",0,0,0,Annulée\n',
    currency: 'EUR',
    january: figures([2_100, 100, 0], [0, 0], [1, 2]),
  },
]

describe('variants of known files', () => {
  let staging: Staging
  beforeAll(async () => {
    staging = await openStaging()
  })
  beforeEach(() => staging.empty())
  afterAll(() => staging.engine.close())

  it.each(VARIANTS)('$name', async ({ source, text, currency, january }) => {
    const [preview] = await staging.stage([text], currency ? { currency } : {})
    expect(preview).toMatchObject({ source, ask: [] })
    expect(await monthFigures(staging)).toEqual({ '2025-01': january })
  })
})
