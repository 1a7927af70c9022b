/** Queries to begin with; each runs on the public tables as it stands. */
export const EXAMPLES = [
  {
    name: 'countries',
    sql: `SELECT country, sum(net) AS net_sales, count(DISTINCT order_id) AS orders
FROM order_lines
WHERE kind = 'product'
GROUP BY country
ORDER BY net_sales DESC`,
  },
  {
    name: 'months',
    sql: `SELECT date_trunc('month', day) AS month, sum(net) AS net_sales
FROM order_lines
WHERE kind = 'product'
GROUP BY month
ORDER BY month`,
  },
  {
    name: 'products',
    sql: `SELECT title, sum(quantity) AS units, sum(net) AS net_sales
FROM order_lines
WHERE kind = 'product'
GROUP BY title
ORDER BY net_sales DESC
LIMIT 20`,
  },
  {
    name: 'customers',
    sql: `SELECT name, country, orders, net_sales, last_order
FROM customers
ORDER BY net_sales DESC NULLS LAST
LIMIT 50`,
  },
  {
    name: 'together',
    sql: `WITH bought AS (
  SELECT DISTINCT order_id, title FROM order_lines WHERE kind = 'product' AND quantity > 0
)
SELECT a.title AS product, b.title AS with_product, count(*) AS orders
FROM bought a JOIN bought b ON a.order_id = b.order_id AND a.title < b.title
GROUP BY ALL
ORDER BY orders DESC
LIMIT 20`,
  },
  {
    name: 'notProducts',
    sql: `SELECT kind, title, count(*) AS lines, sum(quantity * unit_price) AS amount
FROM order_lines
WHERE kind <> 'product'
GROUP BY ALL
ORDER BY lines DESC`,
  },
] as const
