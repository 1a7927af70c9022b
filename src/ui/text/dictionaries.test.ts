import { describe, expect, expectTypeOf, test } from 'vitest'
import { en } from './en.ts'
import { es } from './es.ts'
import { translator } from './translate.ts'
import type { Dict, TextKey } from './translate.ts'

const t = translator(() => es)

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted()

const textsOf = (dict: Dict): readonly (readonly [string, unknown])[] =>
  Object.entries(dict).flatMap(([area, texts]) =>
    Object.entries(texts).map(([key, text]) => [`${area}.${key}`, text] as const),
  )

describe('keys', () => {
  test('are typed: an unknown one and a wrong parameter do not compile', () => {
    expectTypeOf<'frame.skip'>().toExtend<TextKey>()
    expectTypeOf<'frame.nothing'>().not.toExtend<TextKey>()
    // @ts-expect-error: there is no such text
    expect(t('frame.nothing')).toBe('frame.nothing')
    // @ts-expect-error: the text counts, so it needs a number
    expect(() => t('parts.rows', { n: '3' })).not.toThrow()
  })

  test('are the same in both languages, with the same places to fill', () => {
    const english = new Map(textsOf(en))
    for (const [key, text] of textsOf(es)) {
      const other = english.get(key)
      expect(typeof other, key).toBe(typeof text)
      if (typeof text === 'string') expect(placeholders(String(other)), key).toEqual(placeholders(text))
    }
    expect(english.size).toBe(textsOf(es).length)
  })
})

test('a text is filled from its parameters', () => {
  expect(t('frame.jobsRunning', { count: 2 })).toBe('Tareas en curso: 2')
  expect(t('parts.rows', { n: 1 })).toBe('1 fila')
  expect(t('metrics.net_sales.name')).toBe('Ventas netas')
})
