import { createAsync, query, revalidate } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Client } from '../../api/client.ts'
import { deleteRecipe, exportRecipeFile, importRecipeFile, listRecipes } from '../../api/recipes.ts'
import type { Recipe } from '../../model/recipe.ts'
import { Button } from '../../ui/button.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { wordsOf } from './words.ts'

const readRecipes = query((_version: string, client: Client) => client.run(listRecipes, {}), 'recipes')

type Kept = readonly (Recipe & { readonly at: string })[]

/** What can be done with recipes: give them away, take some in, forget one. */
function createRecipeDesk() {
  const t = useText()
  const shop = useShop()
  const notices = useNotices()
  const again = () => void revalidate(readRecipes.key)
  return {
    async give() {
      const outcome = await shop.client.run(exportRecipeFile, {})
      if (!outcome.ok) return
      const text = JSON.stringify(outcome.value, null, 2)
      saveFile('ventas-recipes.json', new Blob([text], { type: 'application/json' }))
    },
    async take(file: File | undefined) {
      if (!file) return
      const outcome = await shop.client.run(importRecipeFile, { text: await file.text() })
      if (outcome.ok) {
        notices.show({ tone: 'good', title: t('import.recipesTaken', { n: outcome.value.imported }) })
        return again()
      }
      const { what, todo } = wordsOf(t, String(outcome.failure.fields?.['reason'] ?? outcome.failure.code))
      return void notices.show({ tone: 'bad', title: what, detail: todo })
    },
    async forget(id: string) {
      await shop.client.run(deleteRecipe, { id })
      again()
    },
  }
}

type Desk = ReturnType<typeof createRecipeDesk>

function RecipeList(props: { readonly recipes: Kept; readonly desk: Desk }) {
  const t = useText()
  const format = useFormat()
  return (
    <ul class="flex flex-col gap-2">
      <For each={props.recipes}>
        {(recipe) => (
          <li class="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span class="grow min-w-0">
              <bdi class="font-medium">{recipe.name}</bdi>{' '}
              <span class="hint">
                {t('import.recipeOf', {
                  n: recipe.columns.length,
                  day: format().day(recipe.at.slice(0, 10)),
                })}
              </span>
            </span>
            <Button
              size="sm"
              aria-label={`${t('import.forget')}: ${recipe.name}`}
              onClick={() => void props.desk.forget(recipe.id)}
            >
              {t('import.forget')}
            </Button>
          </li>
        )}
      </For>
    </ul>
  )
}

function RecipeButtons(props: { readonly some: boolean; readonly desk: Desk }) {
  const t = useText()
  let chooser!: HTMLInputElement
  return (
    <div class="flex flex-wrap gap-2">
      <Show when={props.some}>
        <Button size="sm" icon="i-lucide-download" onClick={() => void props.desk.give()}>
          {t('import.recipesExport')}
        </Button>
      </Show>
      <Button size="sm" icon="i-lucide-upload" onClick={() => chooser.click()}>
        {t('import.recipesImport')}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".json"
        aria-label={t('import.recipesImport')}
        onChange={() => {
          void props.desk.take(chooser.files?.[0])
          chooser.value = ''
        }}
      />
    </div>
  )
}

/** Mappings that were confirmed once: applied to files with the same header, to be given away, taken in and forgotten. */
export function Recipes() {
  const t = useText()
  const shop = useShop()
  const desk = createRecipeDesk()
  const answer = createAsync(() => readRecipes(shop.version(), shop.client))
  const recipes = (): Kept => {
    const outcome = answer()
    return outcome?.ok ? outcome.value.items : []
  }
  return (
    <section class="card-pad flex flex-col gap-3" aria-labelledby="recipes">
      <div class="flex flex-col gap-1">
        <h2 id="recipes" class="section-title">
          {t('import.recipes')}
        </h2>
        <p class="text-muted max-w-[80ch]">{t('import.recipesDetail')}</p>
      </div>
      <RecipeList recipes={recipes()} desk={desk} />
      <RecipeButtons some={recipes().length > 0} desk={desk} />
    </section>
  )
}
