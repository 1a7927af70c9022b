import { readRecipes, recipeOf, writeRecipes } from '../import/recipes.ts'
import { failure, type Outcome, success } from '../model/outcome.ts'
import type { FilePreview, ImportOptions } from '../model/preview.ts'
import type { Recipe, RecipeFile } from '../model/recipe.ts'
import type { StoredRecord } from '../store/records.ts'
import type { Records } from './stored-records.ts'

const ofRecord = ({ data }: StoredRecord): Recipe => data as unknown as Recipe

/** The recipes of a workspace, newest first. */
export const listRecipes = async (records: Records): Promise<(Recipe & { readonly at: string })[]> =>
  (await records.list()).map((record) => ({ ...ofRecord(record), at: record.at }))

/** What the importer needs of them: options by the fingerprint of a header. */
export const recipeOptions = (rows: readonly StoredRecord[]): Readonly<Record<string, Recipe['options']>> =>
  Object.fromEntries(rows.map(ofRecord).map(({ id, options }) => [id, options]))

/** The records of recipes that a stored import leaves behind. */
export const recipesOf = (
  files: readonly FilePreview[],
  options: ImportOptions,
  at: string,
): readonly StoredRecord[] =>
  files
    .map((file) => recipeOf(file, options))
    .filter((recipe) => recipe !== null)
    .map((recipe) => ({ id: recipe.id, at, data: { ...recipe } }))

export const exportRecipes = async (records: Records): Promise<RecipeFile> =>
  writeRecipes((await records.list()).map(ofRecord))

/** Takes in a file of recipes. VALIDATION with `reason` SETTINGS_INVALID or RULE_INVALID: then none is taken. */
export async function importRecipes(records: Records, text: string): Promise<Outcome<{ imported: number }>> {
  const read = readRecipes(text)
  if ('fault' in read)
    return failure('VALIDATION', 'this is no file of recipes that can be taken', { reason: read.fault })
  for (const recipe of read.recipes) await records.put({ ...recipe }, recipe.id)
  return success({ imported: read.recipes.length })
}
