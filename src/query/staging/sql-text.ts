/** A string as an SQL literal. */
export const literal = (text: string): string => `'${text.replace(/'/g, "''")}'`

/** A list of strings for `IN (…)`. */
export const literals = (texts: readonly string[]): string => texts.map(literal).join(', ')
