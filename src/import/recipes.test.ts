import { describe, expect, it } from 'vitest'
import type { FilePreview } from '../model/preview.ts'
import { headerFingerprint, readRecipes, recipeOf, writeRecipes } from './recipes.ts'

const file = (change: Partial<FilePreview>): FilePreview =>
  ({
    name: 'ventas.csv',
    source: 'table',
    action: 'accept',
    columns: ['Fecha', 'Importe'],
    mapping: { ordered_at: 'Fecha', amount: 'Importe' },
    ...change,
  }) as FilePreview

it('knows a header again in any order and writing', () => {
  expect(headerFingerprint(['Fecha Pedido', 'IMPORTE'])).toBe(
    headerFingerprint(['importe', '\ufefffecha-pedido']),
  )
  expect(headerFingerprint(['Fecha'])).not.toBe(headerFingerprint(['Fecha', 'Importe']))
})

it('remembers a mapping and what was answered, and nothing of a layout that needs neither', () => {
  expect(recipeOf(file({}), { date_order: 'dmy', time_zone: 'UTC' })?.options).toEqual({
    date_order: 'dmy',
    mapping: { ordered_at: 'Fecha', amount: 'Importe' },
  })
  expect(recipeOf(file({ source: 'shopify_orders' }), {})).toBeNull()
  expect(recipeOf(file({ action: 'reject' }), {})).toBeNull()
})

describe('a file of recipes', () => {
  const recipe = recipeOf(file({}), { decimal: ',' })!
  const good = writeRecipes([recipe])

  it('comes back as it went', () => {
    expect(readRecipes(JSON.stringify(good))).toEqual({ recipes: [recipe] })
  })

  it.each([
    ['an id that is not of its columns', { ...good, recipes: [{ ...recipe, id: '0' }] }],
    ['an unknown field', { ...good, recipes: [{ ...recipe, options: { mapping: { role: 'x' } } }] }],
    ['an unknown option', { ...good, recipes: [{ ...recipe, options: { run: 'x' } }] }],
    ['a newer version', { ...good, version: 2 }],
    ['a list', [good]],
  ])('with %s is refused', (_, value) => {
    expect(readRecipes(JSON.stringify(value))).toEqual({ fault: 'SETTINGS_INVALID' })
  })

  it.each([
    ['{"a":1,"a":2}'],
    ['{"a":1e999}'],
    ['{"__proto__":{"a":1}}'],
    ['{"a":1'],
    [`${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    [`{"a":"${'x'.repeat(2_000_000)}"}`],
  ])('%.20s is refused', (text) => {
    expect(readRecipes(text)).toEqual({ fault: 'SETTINGS_INVALID' })
  })
})
