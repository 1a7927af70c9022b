import type { FileOptions } from './preview.ts'

/** A mapping that was confirmed once, for the next file with the same header. */
export interface Recipe {
  /** Fingerprint of the header. */
  readonly id: string
  /** File that it was made with. */
  readonly name: string
  readonly columns: readonly string[]
  readonly options: Omit<FileOptions, 'skip' | 'time_zone'>
}

/** What a file of recipes holds. */
export interface RecipeFile {
  readonly ventas: 'recipes'
  readonly version: 1
  readonly recipes: readonly Recipe[]
}
