/**
 * SELECT of product_id, currency and unit cost of a table of products. Lines that name a product without its code have
 * `t:<title>` for an id (WooCommerce's Analytics, lists put together by hand): they take the cost of the one product that is
 * called so; where several are, none. That the catalogue knows them by such an id, too, from their lines, makes no second product.
 */
export const productCosts = (
  table: string,
): string => `SELECT product_id, arg_min(currency, by_title) AS currency, arg_min(cost, by_title) AS cost FROM (
    SELECT product_id, coalesce(currency, '') AS currency, cost, 0 AS by_title FROM ${table} WHERE cost IS NOT NULL
    UNION ALL SELECT 't:' || lower(title), any_value(coalesce(currency, '')), any_value(cost), 1 FROM ${table}
      WHERE product_id <> 't:' || lower(title) GROUP BY lower(title) HAVING count(DISTINCT product_id) = 1 AND any_value(cost) IS NOT NULL)
  GROUP BY product_id`
