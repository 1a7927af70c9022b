/** One of a category's kinds of product: what it is, its materials, list price range in euros, and how it is sold. */
export type Kind = {
  readonly noun: string
  readonly materials: readonly string[]
  readonly low: number
  readonly high: number
  /** colour, size, linen (size and colour), scent, or none. */
  readonly options: string
  /** Bought several at a time. */
  readonly pack: boolean
}

/** Reads a table of kinds: noun | materials | low | high | options | pack. */
export const kinds = (table: string): Kind[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [noun = '', materials = '', low, high, options = 'none', pack] = line
        .split('|')
        .map((cell) => cell.trim())
      return {
        noun,
        materials: materials.split(', '),
        low: Number(low),
        high: Number(high),
        options,
        pack: pack === 'pack',
      }
    })
