import type { Product, Variant } from './catalogue.ts'
import { DAYS } from './clock.ts'
import { type Cells, money, writeCsv } from './csv.ts'
import { lastPrice, priceOn } from './prices.ts'
import { type Random, makeRandom } from './random.ts'
import type { Shop } from './shop.ts'

/** Shopify's older product layout, without the columns of other sales channels. */
const PRODUCTS_HEADER =
  `Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option1 Linked To,Option2 Name,Option2 Value,Option2 Linked To,Option3 Name,Option3 Value,Option3 Linked To,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant Taxable,Variant Barcode,Image Src,Image Position,Image Alt Text,Gift Card,SEO Title,SEO Description,Variant Image,Variant Weight Unit,Variant Tax Code,Cost per item,Status`.split(
    ',',
  )

const RECENT_DAYS = 60

/** Units of each variant sold in the last sixty days. */
const recentUnits = (shop: Shop): Map<string, number> => {
  const units = new Map<string, number>()
  for (const { day, lines } of shop.orders) {
    if (day < DAYS - RECENT_DAYS) continue
    for (const { variant, quantity } of lines)
      units.set(variant.sku, (units.get(variant.sku) ?? 0) + quantity)
  }
  return units
}

/** Stock by variant: days of cover vary widely, some goods lie dead, what is out of stock is out. */
const stockOf = (shop: Shop): Map<string, number> => {
  const random = makeRandom(shop.seed, 'stock')
  const sold = recentUnits(shop)
  const out = new Set(shop.stockouts.filter(({ to }) => to === DAYS - 1).map(({ product }) => product))
  return new Map(
    shop.products.flatMap((product) =>
      product.variants.map(({ sku }): [string, number] => {
        const daily = (sold.get(sku) ?? 0) / RECENT_DAYS
        const cover = random.chance(0.09) ? random.integer(250, 600) : random.gamma(1.8, 1.8 / 55)
        const spare = random.integer(0, 9)
        if (out.has(product.index)) return [sku, 0]
        if (product.retired < DAYS - 1) return [sku, random.chance(0.6) ? 0 : 3 * spare]
        return [sku, Math.round(daily * cover) + (random.chance(0.7) ? spare : 0)]
      }),
    ),
  )
}

const headCells = (random: Random, product: Product): Cells => ({
  Title: product.title,
  'Body (HTML)': `<p>${product.title}. Colección ${product.collection}, hecha en pequeñas series por ${product.vendor.replace('&', '&amp;')}.</p>`,
  Vendor: product.vendor,
  Type: product.category.name,
  Tags: [product.collection, product.kind.noun, ...(random.chance(0.2) ? ['hecho a mano'] : [])].join(', '),
  Published: product.retired === DAYS - 1 ? 'true' : 'false',
  'Gift Card': 'false',
  Status: product.retired === DAYS - 1 ? 'active' : 'archived',
})

const variantCells = (shop: Shop, product: Product, variant: Variant, stock: number): Cells => {
  const { compareAt } = priceOn(shop.prices, product, variant, DAYS - 1)
  const cost = product.costShare && product.listPrice * variant.priceFactor * product.costShare
  return {
    Handle: product.handle,
    'Option1 Name': product.options[0] ?? 'Title',
    'Option1 Value': variant.values[0] ?? 'Default Title',
    'Option2 Name': product.options[1] ?? '',
    'Option2 Value': variant.values[1] ?? '',
    'Variant SKU': variant.sku,
    'Variant Grams': 50 * Math.ceil((product.listPrice * variant.priceFactor) / 250),
    'Variant Inventory Tracker': 'shopify',
    'Variant Inventory Qty': stock,
    'Variant Inventory Policy': 'deny',
    'Variant Fulfillment Service': 'manual',
    'Variant Price': money(lastPrice(shop.prices, product, variant)),
    'Variant Compare At Price': compareAt ? money(compareAt) : '',
    'Variant Requires Shipping': 'true',
    'Variant Taxable': 'true',
    'Variant Weight Unit': 'g',
    'Cost per item': cost ? money(cost) : '',
  }
}

/** `products_export.csv`: a row for each variant, the product's own cells on its first row alone. */
export const writeProducts = (shop: Shop): { text: string; rows: number } => {
  const random = makeRandom(shop.seed, 'products file')
  const stock = stockOf(shop)
  const rows = shop.products.flatMap((product) =>
    product.variants.map((variant, i) => ({
      ...(i === 0 ? headCells(random, product) : {}),
      ...variantCells(shop, product, variant, stock.get(variant.sku) ?? 0),
      ...(i === 0 ? {} : { 'Option1 Name': '', 'Option2 Name': '' }),
    })),
  )
  return writeCsv(PRODUCTS_HEADER, rows)
}
