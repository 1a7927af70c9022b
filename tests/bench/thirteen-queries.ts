/** The 13 queries of the engine's facts over the public tables: what the dashboard and the analytics ask. */
export const THIRTEEN: Readonly<Record<string, string>> = {
  kpi: `SELECT sum(gross)::DOUBLE AS gross, sum(net)::DOUBLE AS net, count(DISTINCT order_id) AS orders, count(DISTINCT customer_id) AS customers FROM order_lines WHERE kind = 'product'`,
  month: `SELECT date_trunc('month', day) AS month, sum(net)::DOUBLE AS net, count(DISTINCT order_id) AS orders FROM order_lines GROUP BY 1 ORDER BY 1`,
  top_products: `SELECT product_id, sum(net)::DOUBLE AS net, sum(quantity) AS units FROM order_lines GROUP BY 1 ORDER BY 2 DESC LIMIT 20`,
  new_returning: `WITH first AS (SELECT customer_id, min(day) AS day FROM order_lines WHERE customer_id IS NOT NULL GROUP BY 1)
    SELECT date_trunc('month', l.day) AS month, count(DISTINCT l.customer_id) FILTER (date_trunc('month', f.day) = date_trunc('month', l.day)) AS fresh,
    count(DISTINCT l.customer_id) AS everybody FROM order_lines l JOIN first f USING (customer_id) GROUP BY 1 ORDER BY 1`,
  rfm: `SELECT r, f, m, count(*) AS n FROM (SELECT ntile(5) OVER (ORDER BY max(day)) AS r, ntile(5) OVER (ORDER BY count(DISTINCT order_id)) AS f,
    ntile(5) OVER (ORDER BY sum(net)) AS m FROM order_lines WHERE customer_id IS NOT NULL GROUP BY customer_id) GROUP BY ALL ORDER BY ALL`,
  cohort: `WITH first AS (SELECT customer_id, date_trunc('month', min(day)) AS cohort FROM order_lines WHERE customer_id IS NOT NULL GROUP BY 1)
    SELECT cohort, date_diff('month', cohort, date_trunc('month', l.day)) AS age, count(DISTINCT l.customer_id) AS n
    FROM order_lines l JOIN first USING (customer_id) GROUP BY ALL ORDER BY ALL`,
  basket: `WITH top AS (SELECT product_id FROM order_lines GROUP BY 1 ORDER BY count(*) DESC LIMIT 50), b AS (SELECT DISTINCT order_id, product_id FROM order_lines SEMI JOIN top USING (product_id))
    SELECT a.product_id, b.product_id AS other, count(*) AS n FROM b a JOIN b ON a.order_id = b.order_id AND a.product_id < b.product_id GROUP BY ALL ORDER BY n DESC LIMIT 20`,
  window_28: `SELECT day, avg(net) OVER (ORDER BY day ROWS 27 PRECEDING) AS level FROM (SELECT day, sum(net)::DOUBLE AS net FROM order_lines GROUP BY day) ORDER BY day`,
  abc: `SELECT class, count(*) AS n FROM (SELECT CASE WHEN running <= 0.8 * total THEN 'A' WHEN running <= 0.95 * total THEN 'B' ELSE 'C' END AS class
    FROM (SELECT sum(net) OVER (ORDER BY net DESC) AS running, sum(net) OVER () AS total FROM (SELECT product_id, sum(net)::DOUBLE AS net FROM order_lines GROUP BY 1))) GROUP BY 1 ORDER BY 1`,
  heatmap: `SELECT isodow(local_at) AS weekday, hour(local_at) AS hour, sum(net)::DOUBLE AS net FROM order_lines GROUP BY ALL ORDER BY ALL`,
  quantiles: `SELECT quantile_cont(net, 0.1) AS p10, quantile_cont(net, 0.5) AS p50, quantile_cont(net, 0.9) AS p90, quantile_cont(net, 0.99) AS p99 FROM order_lines`,
  gaps: `SELECT avg(gap) AS gap FROM (SELECT date_diff('day', lag(day) OVER (PARTITION BY customer_id ORDER BY day), day) AS gap FROM (SELECT DISTINCT customer_id, day FROM order_lines WHERE customer_id IS NOT NULL))`,
  point: `SELECT order_id, line, title FROM order_lines WHERE order_id = (SELECT max(order_id) FROM orders)`,
}

/** Geometric mean of positive numbers. */
export const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
