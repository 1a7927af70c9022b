/** Pieces of SQL that several layouts are put together from; columns are those of `rows` (see `Reshape`). */

const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`

/** Whether a text is one of some words (lower case, no accents). */
export const isOneOf = (text: string, words: readonly string[]): string =>
  `coalesce(stage.words(${text}) IN (${words.map(quoted).join(', ')}), false)`

/** A text on the first row of its order, null on the others: amounts that stand on every row, made to count once. */
export const onFirstRow = (order: string, text: string, within = ''): string =>
  `CASE WHEN row_number() OVER (PARTITION BY ${order} ORDER BY ${within}origin) = 1 THEN ${text} END`

/** The text that any row of an order has. */
export const ofOrder = (order: string, text: string): string => `max(${text}) OVER (PARTITION BY ${order})`

/** Decimals in which a column of amounts (`stage.amount`) is written in this file. */
export const digitsOf = (text: string): string =>
  `(SELECT coalesce(max(length(split_part(stage.written(stage.amount(${text})), '.', 2))), 0) FROM rows)`

/** The part of a total that falls to an item by its weight among those with the same `of`, in `digits` decimals; the parts add up to the total. */
export function part(total: string, weight: string, of: string, digits: string): string {
  const upto = `sum(${weight}) OVER (PARTITION BY ${of} ORDER BY item, origin)`
  const whole = `sum(${weight}) OVER (PARTITION BY ${of})`
  return `(stage.share(${total}, ${upto}, ${whole}, ${digits}) - stage.share(${total}, ${upto} - (${weight}), ${whole}, ${digits}))`
}

/** Id of the document that gives goods of an order back at some time. */
export const refundId = (order: string, at: string): string =>
  `${order} || '/refund/' || coalesce(regexp_replace(${at}, '[^0-9]', '', 'g'), '')`
