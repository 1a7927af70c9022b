import { fieldList, type FactSource } from './fact-source.ts'

export const SKU =
  'sku, variant sku, product sku, codigo, codigo sku, referencia, ref, product code, item code, product id, item id, itemid, id producto, stock code, stockcode, codigo do produto'
export const TITLE =
  'title, product title, product name, product, item, name, titulo, nombre, nombre del producto, producto, nome, nome do produto, produto, articulo'
const COST =
  'cost, unit cost, cost per item, cost price, item cost, cogs, cost of goods, coste, costo, coste unitario, costo unitario, precio de coste, precio de costo, custo, custo unitario, preco de custo, costo por articulo'

/** The core export of WooCommerce, in the languages of its admin. */
export const woocommerceProducts: FactSource = {
  name: 'woocommerce_products',
  kind: 'products',
  needs: [['type'], ['sku'], ['title'], ['price']],
  words: /regular price|precio normal|precio regular|preco normal|tarif regulier|regularer preis/,
  fields: fieldList({
    type: 'type, tipo',
    sku: 'sku',
    title: 'name, nombre, nome',
    price: 'regular price, precio normal, precio regular, preco normal',
    cost: `cost of goods, coste de los productos, ${COST}`,
    on_hand: 'stock, inventario, existencias, estoque',
    category: 'categories, categorias',
    tags: 'tags, etiquetas',
    status: 'published, publicado',
  }),
}

/** RetailRocket's properties of items, of which all but the category and the stock are hashed. */
export const retailRocketItems: FactSource = {
  name: 'retailrocket_items',
  kind: 'products',
  needs: [['type'], ['sku'], ['category']],
  words: /^itemid$/,
  onlyTypes: /^categoryid$/,
  fields: fieldList({ type: 'property', sku: 'itemid', category: 'value' }),
}

/** A list of products of any shop: codes with their costs, prices or stock. Two columns are enough. */
export const productList: FactSource = {
  name: 'products_table',
  kind: 'products',
  needs: [['sku', 'title'], ['cost', 'price', 'on_hand', 'category', 'vendor']],
  not: [
    'date', 'fecha', 'order', 'order id', 'order date', 'customer', 'customer id', 'quantity', 'qty', 'cantidad', 'pedido', 'email', 'cliente',
    'created at', 'data', 'invoice', 'invoicedate', 'timestamp', 'event', 'day', 'dia', 'lineitem name', 'amount', 'total',
  ],
  fields: fieldList({
    sku: SKU,
    title: TITLE,
    category:
      'category, product category, type, categoria, familia, department, tipo, categories, product categories, categorias, categorie, kategorien, rubro, departamento',
    vendor: 'vendor, brand, supplier, proveedor, marca, fabricante, fornecedor',
    price: 'price, variant price, regular price, list price, pvp, precio, preco, unit price, precio venta',
    cost: COST,
    on_hand: 'stock, inventory, on hand, existencias, inventario, estoque, variant inventory qty',
    status: 'status, estado',
    tags: 'tags, etiquetas',
  }),
} // prettier-ignore
