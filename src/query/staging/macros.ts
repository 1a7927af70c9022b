/**
 * Macros that the layouts of `import/sources` compute with, in schema `stage`.
 *
 * - `plain(text)`: an amount of any writing (symbols, groups, brackets, decimal comma) as plain text with a dot, else null.
 *   One or two digits after the last mark are decimals; three after a single comma are a group.
 * - `amount(text)`: the same as DECIMAL(18, 4).
 * - `written(number)`: a DECIMAL as short plain text.
 * - `minus(text)`: an amount as the plain text of minus its size.
 * - `share(total, upto, whole, digits)`: what of a total falls to the first `upto` of `whole`, rounded; the differences of one
 *   item to the next add up to the total exactly.
 * - `words(text)`: lower case, without outer blanks and accents, for comparison.
 */
export const STAGING_MACROS: readonly string[] = [
  `CREATE MACRO stage.bare(x) AS regexp_replace(replace(x, '\u2212', '-'), '[^0-9.,()-]', '', 'g')`,
  `CREATE MACRO stage.unsigned(b) AS CASE
     WHEN regexp_matches(b, ',[0-9]{1,2}$') OR regexp_matches(b, '[.][0-9]{3},[0-9]*$') THEN replace(replace(b, '.', ''), ',', '.')
     WHEN regexp_matches(b, '[.][0-9]{3}[.]') THEN replace(b, '.', '') ELSE replace(b, ',', '') END`,
  `CREATE MACRO stage.plain(x) AS CASE WHEN stage.bare(x) <> '' THEN
     CASE WHEN regexp_matches(stage.bare(x), '[(-]') THEN '-' ELSE '' END || stage.unsigned(translate(stage.bare(x), '()-', '')) END`,
  `CREATE MACRO stage.amount(x) AS TRY_CAST(stage.plain(x) AS DECIMAL(18, 4))`,
  `CREATE MACRO stage.written(n) AS CASE WHEN contains(CAST(n AS VARCHAR), '.') THEN rtrim(rtrim(CAST(n AS VARCHAR), '0'), '.') ELSE CAST(n AS VARCHAR) END`,
  `CREATE MACRO stage.minus(x) AS stage.written(-abs(stage.amount(x)))`,
  `CREATE MACRO stage.share(total, upto, whole, digits) AS CASE WHEN whole = 0 THEN 0 ELSE round(CAST(total AS DOUBLE) * CAST(upto AS DOUBLE) / CAST(whole AS DOUBLE), CAST(digits AS INTEGER))::DECIMAL(18, 4) END`,
  `CREATE MACRO stage.words(x) AS strip_accents(lower(trim(x)))`,
]
