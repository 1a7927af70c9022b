import { CANONICAL_FIELDS, type Mapping } from '../model/order.ts'
import type { FilePreview, ImportOptions } from '../model/preview.ts'
import { optionsOfFile } from '../model/preview.ts'
import type { Recipe, RecipeFile } from '../model/recipe.ts'
import { FACT_FIELDS } from './fact-fields.ts'
import { foldHeader } from './header.ts'
import { readStrictJson } from './strict-json.ts'

/** A key of a header: the same for the same names in any order, however they are written. 64 bits of FNV-1a over its UTF-16 units, in hex. */
export function headerFingerprint(columns: readonly string[]): string {
  const text = columns.map(foldHeader).sort().join('\u001f')
  let hash = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}

/** What is worth remembering of a file that was stored: how its columns were mapped, and what was answered. Null for a layout that needs neither. */
export function recipeOf(file: FilePreview, given: ImportOptions): Recipe | null {
  const { source, mapping, columns, date_order, decimal, currency } = optionsOfFile(given, file.name)
  const isMapped =
    file.source === 'table' || source !== undefined || mapping !== undefined || columns !== undefined
  const answers = {
    ...(date_order && { date_order }),
    ...(decimal && { decimal }),
    ...(currency && { currency }),
  }
  if (file.columns.length === 0 || file.action === 'reject') return null
  if (!isMapped && Object.keys(answers).length === 0) return null
  return {
    id: headerFingerprint(file.columns),
    name: file.name,
    columns: file.columns,
    options: {
      ...answers,
      ...(source !== undefined && { source }),
      ...(columns !== undefined && { columns }),
      ...(isMapped && { mapping: file.mapping }),
    },
  }
}

const isText = (value: unknown, limit = 500): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= limit

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const FIELDS: ReadonlySet<string> = new Set(CANONICAL_FIELDS)

const isMapping = (value: unknown): value is Mapping =>
  isRecord(value) && Object.entries(value).every(([field, column]) => FIELDS.has(field) && isText(column))

const isColumns = (value: unknown): value is Readonly<Record<string, string>> =>
  isRecord(value) &&
  Object.entries(value).every(([field, column]) => field in FACT_FIELDS && (column === '' || isText(column)))

const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  source: (value) => isText(value, 60),
  mapping: isMapping,
  columns: isColumns,
  date_order: (value) => value === 'dmy' || value === 'mdy' || value === 'ymd',
  decimal: (value) => value === '.' || value === ',',
  currency: (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value),
}

const isOptions = (value: unknown): value is Recipe['options'] =>
  isRecord(value) && Object.entries(value).every(([name, own]) => CHECKS[name]?.(own) ?? false)

/** Whether something is a recipe whose id is that of its columns. */
const isRecipe = (value: unknown): value is Recipe =>
  isRecord(value) &&
  isText(value['name']) &&
  Array.isArray(value['columns']) &&
  value['columns'].length <= 2000 &&
  value['columns'].every((name) => isText(name, 10_000)) &&
  value['id'] === headerFingerprint(value['columns'] as string[]) &&
  isOptions(value['options'])

/** Recipes as a file to give to others. */
export const writeRecipes = (recipes: readonly Recipe[]): RecipeFile => ({
  ventas: 'recipes',
  version: 1,
  recipes,
})

/** Rules of other tools would be run as patterns, which can take for ever: none are taken. */
const hasRules = (value: unknown): boolean =>
  isRecord(value) && Object.keys(value).some((key) => /rules?$/i.test(key))

/**
 * Reads a file of recipes, all or nothing. `SETTINGS_INVALID`: no sound JSON, or not of our making; `RULE_INVALID`: it
 * brings rules to be carried out.
 */
export function readRecipes(
  text: string,
): { readonly recipes: readonly Recipe[] } | { readonly fault: 'SETTINGS_INVALID' | 'RULE_INVALID' } {
  const value = readStrictJson(text)
  if (hasRules(value)) return { fault: 'RULE_INVALID' }
  if (!isRecord(value) || value['ventas'] !== 'recipes' || value['version'] !== 1)
    return { fault: 'SETTINGS_INVALID' }
  const { recipes } = value
  if (!Array.isArray(recipes) || recipes.length > 1000 || !recipes.every(isRecipe))
    return { fault: 'SETTINGS_INVALID' }
  return { recipes }
}
