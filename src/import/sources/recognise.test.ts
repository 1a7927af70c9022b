import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { recogniseSource } from './recognise.ts'

const FACTS = join(import.meta.dirname, '../../../../shared/facts/formats/signatures.json')

/** Names of the facts that are called otherwise here, and those that other parts of the importer know. */
const OURS: Readonly<Record<string, string>> = {
  shopify_products_old: 'shopify_products',
  shopify_products_new: 'shopify_products',
}
const ELSEWHERE = new Set([
  'shopify_inventory',
  'shopify_payouts',
  'woo_products',
  'retailrocket',
  'instacart_orders',
])

interface Signature {
  readonly example: string
}

const delimiterOf = (header: string): string => ['\t', ';'].find((mark) => header.includes(mark)) ?? ','

it.skipIf(!existsSync(FACTS))(
  'knows each header that the facts show, whatever its case, marks and order (skipped where the facts are not beside the project)',
  () => {
    const signatures = JSON.parse(readFileSync(FACTS, 'utf8')) as Record<string, Signature>
    for (const [name, { example }] of Object.entries(signatures)) {
      if (ELSEWHERE.has(name)) continue
      const header = example.split(delimiterOf(example)).map((cell) => cell.replaceAll('"', ''))
      const wanted = OURS[name] ?? name
      // an order of Olist's own file has no amounts: only the joined table is a file of sales
      if (name === 'olist_orders') header.push('price', 'order_item_id')
      expect(recogniseSource(header)?.name, name).toBe(wanted)
      expect(recogniseSource([...header].reverse())?.name, name).toBe(wanted)
      const shouted = header.map((cell, index) =>
        index === 0 ? `\ufeff${cell.toUpperCase()} ` : cell.toUpperCase(),
      )
      expect(recogniseSource([...shouted, 'One more'])?.name, name).toBe(wanted)
    }
  },
)

it.each([
  ['amazon_date_range', 'date/heure;numéro de versement;type;numéro de la commande;sku;description;quantité;Marketplace;ventes de produits;crédits d\'expédition;total'],
  ['amazon_date_range', 'fecha/hora;Id. de liquidación;tipo;Id. del pedido;sku;descripción;cantidad;ventas de productos;créditos de envío;total'],
  ['amazon_date_range', 'Data/Ora:;Numero pagamento;Tipo;Numero ordine;SKU;Descrizione;Quantità;Vendite;Totale'],
  ['woo_analytics_orders', 'Datum;Bestellung #;Status;Kunde;Produkt(e);Verkaufte Artikel;Gutschein(e);Nettoumsatz'],
  ['woo_analytics_orders', 'Date;Commande n°;État;Client;Produit(s);Articles vendus;Code(s) promo;Ventes nettes'],
  ['woo_analytics_orders', 'Data;Pedido #;Status;Cliente;Produto(s);Itens vendidos;Cupom(ns);Vendas líquidas'],
  ['prestashop', 'ID;Référence;Nouveau client;Livraison;Client;Total;Paiement;État;Date'],
  ['prestashop', 'ID;Referência;Novo cliente;Entrega;Cliente;Total;Pagamento;Estado;Data'],
  ['mercadolibre', 'N.º de venda;Data da venda;Estado;Unidades;Receita por produtos (BRL);Título do anúncio'],
] as const)('knows %s in other languages', (name, header) => {
  expect(recogniseSource(header.split(';'))?.name).toBe(name)
}) // prettier-ignore
