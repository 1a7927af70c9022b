import { expect, it } from 'vitest'
import { textFor, wordFor } from './private-text.ts'

it('a text has one word, which tells nothing of it, and comes back by it alone', () => {
  const word = wordFor('ana@example.com')
  expect(word).toMatch(/^[0-9a-f]{8}$/)
  expect(wordFor('ana@example.com')).toBe(word)
  expect(wordFor('eva@example.com')).not.toBe(word)
  expect(textFor(word)).toBe('ana@example.com')
  expect([textFor('ana@example.com'), textFor(undefined), textFor(['x'])]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
