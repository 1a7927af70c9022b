import type { Source } from './source.ts'

const fields = new Map([
  ['handle', ['handle', 'url handle']],
  ['title', ['title']],
  ['vendor', ['vendor']],
  ['category', ['type', 'product type', 'product category']],
  ['product_category', ['product category']],
  ['tags', ['tags']],
  ['status', ['status']],
  ['option1', ['option1 value']],
  ['option2', ['option2 value']],
  ['option3', ['option3 value']],
  ['sku', ['variant sku', 'sku']],
  ['stock', ['variant inventory qty', 'inventory quantity']],
  ['price', ['variant price', 'price']],
  ['cost', ['cost per item']],
])

/** Shopify `products_export.csv`, the layout with `Handle` and `Variant …` columns. */
export const shopifyProductsOld: Source = {
  name: 'shopify_products',
  kind: 'products',
  must: [['handle'], ['variant price']],
  fields,
}

/** The layout of today, with `URL handle` and `SKU`. */
export const shopifyProductsNew: Source = {
  name: 'shopify_products',
  kind: 'products',
  must: [['url handle'], ['title'], ['price', 'sku']],
  fields,
}
