import { expect, it } from 'vitest'
import { passphraseStrength } from './passphrase.ts'

it.each([
  ['', 0],
  ['1234', 0],
  ['password', 0],
  ['Contraseña2024', 0],
  ['aaaaaaaaaaaa', 0],
  ['qwertyuiop123', 0],
  ['correct horse', 2],
  ['correct horse battery staple', 4],
  ['x7#Kq2!vP9w', 4],
] as const)('%s is worth %i', (passphrase, score) => {
  expect(passphraseStrength(passphrase).score).toBe(score)
})

it('never loses by more words', () => {
  const words = 'mesa lluvia tren verde noche campo'.split(' ')
  const guesses = words.map((_, at) => passphraseStrength(words.slice(0, at + 1).join(' ')).guesses)
  expect(guesses).toEqual(guesses.toSorted((a, b) => a - b))
})
