import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { filesWith, unlessGone } from './e2e/search-profile.ts'
import { seed } from './house/seed.ts'

it('finds a text in both encodings, in every folder', () => {
  const profile = seed({
    'a/b/utf8': 'to x@example.com',
    utf16: '\0x\0@\0e\0x\0a\0m\0p\0l\0e\0.\0c\0o\0m\0',
    other: 'x@example.org',
  })
  expect(filesWith(profile, 'x@example.com').sort()).toEqual([`${profile}/a/b/utf8`, `${profile}/utf16`])
})

it('passes over what a running browser takes away while it is read, and over nothing else', () => {
  const profile = seed({ a: 'a' })
  expect(unlessGone(() => readFileSync(`${profile}/gone`, 'utf8'), 'gone')).toBe('gone')
  expect(filesWith(`${profile}/gone`, 'a')).toEqual([])
  expect(() => unlessGone(() => readFileSync(profile, 'utf8'), 'gone')).toThrow('EISDIR')
})
