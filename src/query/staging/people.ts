/** Adds the people of a file's cells to `stage.identities`, one row per identity; what is known already stays, gaps are filled. */
export const insertPeople = (cells: string): string[] => [
  `CREATE OR REPLACE TABLE stage.people AS
   SELECT identity, max(platform_id) AS platform_id, max(email) AS email, max(name) AS name, max(phone) AS phone, any_value(country) AS country
   FROM (SELECT identity, platform_id, email, name, phone, country FROM stage.identities
     UNION ALL SELECT identity, any_value(platform_id), any_value(email), any_value(name), any_value(phone), any_value(country)
     FROM ${cells} WHERE code IS NULL AND identity IS NOT NULL GROUP BY identity) GROUP BY identity`,
  'DELETE FROM stage.identities',
  'INSERT INTO stage.identities (identity, platform_id, email, name, phone, country) SELECT identity, platform_id, email, name, phone, country FROM stage.people',
  'DROP TABLE stage.people',
]

/** Adds what lines say of products beside their titles: category and cost of a piece. Only for tables that have these columns. */
export const insertLineProducts = (
  cells: string,
): string => `INSERT INTO stage.products (product_id, sku, category, cost, currency)
  SELECT product_id, any_value(sku), any_value(category), CAST(round(arg_max(cost, local_at)) AS BIGINT), any_value(currency)
  FROM ${cells} WHERE code IS NULL AND kind = 'product' AND product_id IS NOT NULL
    AND product_id NOT IN (SELECT product_id FROM stage.products) AND (category IS NOT NULL OR cost IS NOT NULL) GROUP BY product_id`
