import * as v from 'valibot'
import { success } from '../model/outcome.ts'
import type { Recipe } from '../model/recipe.ts'
import { exportRecipes, importRecipes, listRecipes as readAll } from '../workspace/recipes.ts'
import { listed, listFields } from './list.ts'
import { removerOf } from './named-records.ts'
import { defineOperation } from './operation.ts'

const recipeSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  columns: v.array(v.string()),
}) as unknown as v.GenericSchema<Recipe & { readonly at: string }>

export const listRecipes = defineOperation({
  method: 'GET',
  path: '/api/v1/recipes',
  summary: 'Mappings that were confirmed once and are applied to files with the same header',
  input: v.object(listFields),
  output: v.object({ items: v.array(recipeSchema), total: v.number(), next: v.nullable(v.string()) }),
  example: {},
  run: async ({ workspace }, page) => listed(await readAll(workspace.records('recipes')), page),
})

export const exportRecipeFile = defineOperation({
  method: 'GET',
  path: '/api/v1/recipes/export',
  summary: 'All remembered mappings as one JSON document, to give to others',
  input: v.object({}),
  output: v.looseObject({ ventas: v.string(), version: v.number() }),
  example: {},
  run: async ({ workspace }) => success({ ...(await exportRecipes(workspace.records('recipes'))) }),
})

export const importRecipeFile = defineOperation({
  method: 'POST',
  path: '/api/v1/recipes/import',
  summary: 'Takes the mappings of such a document, all or none; those with the same header are replaced',
  input: v.object({ text: v.string() }),
  output: v.object({ imported: v.number() }),
  example: { text: '{"ventas":"recipes","version":1,"recipes":[]}' },
  run: ({ workspace }, { text }) => importRecipes(workspace.records('recipes'), text),
})

export const deleteRecipe = removerOf('recipes', '/api/v1/recipes', 'recipe', 'Forgets a mapping')
