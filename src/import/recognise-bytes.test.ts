import { expect, it } from 'vitest'
import { guessEncoding, looksWestern, recogniseContainer, refuseText } from './recognise-bytes.ts'
import { utf8OfWindows1252 } from './windows-1252.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin = (...codes: number[]): Uint8Array => Uint8Array.from(codes)

it.each([
  [latin(), { kind: 'refused', code: 'EMPTY_FILE' }],
  [latin(0x1f, 0x8b, 8), { kind: 'gzip' }],
  [bytes('PK\u0003\u0004'), { kind: 'zip' }],
  [latin(0x89, 0x56, 0x4e, 0x54, 0x53, 0x0d, 0x0a, 0x1a), { kind: 'refused', code: 'IS_WORKSPACE' }],
  [bytes('%PDF-1.7'), { kind: 'refused', code: 'IS_PDF' }],
  [latin(0x4d, 0x5a, 0, 0, 0, 0), { kind: 'refused', code: 'NOT_TEXT' }],
  [bytes('MZ,price\n1,2\n'), { kind: 'text' }],
])('recognises %j', (head, container) => {
  expect(recogniseContainer(head)).toEqual(container)
})

it.each([
  ['<!doctype html><html>', 'LOOKS_LIKE_HTML'],
  ['  <?xml version="1.0"?>', 'LOOKS_LIKE_XML'],
  ['[{"a":1}]', 'LOOKS_LIKE_JSON'],
  ['{"a":1}', 'LOOKS_LIKE_JSON'],
  ['\n\r\n \u001a', 'EMPTY_FILE'],
  ['\0\0\0\0a', 'NOT_TEXT'],
  ['[brand],price\n', null],
  ['a,b\n1,2\n', null],
])('%j is refused as %s', (text, code) => {
  expect(refuseText(text, bytes(text))).toBe(code)
})

it('guesses UTF-16 by its zero bytes', () => {
  const le = Uint8Array.from([...'order_id,date'].flatMap((letter) => [letter.charCodeAt(0), 0]))
  expect(guessEncoding(le)).toEqual({ encoding: 'utf-16le', mark: 0, guessed: true })
  expect(guessEncoding(bytes('order_id,date')).encoding).toBe('utf-8')
})

it('tells windows-1252 from damaged UTF-8', () => {
  expect(looksWestern(latin(0x43, 0x61, 0xf1, 0xf3, 0x6e))).toBe(true)
  // Zoë, naïf, œuf, Šárka
  expect(looksWestern(latin(0x5a, 0x6f, 0xeb, 0x6e, 0x61, 0xef, 0x66, 0x9c, 0x75, 0x66, 0x8a, 0xe1))).toBe(
    true,
  )
  expect(looksWestern(latin(0x4d, 0xff, 0xfe, 0x67))).toBe(false)
  expect(looksWestern(Uint8Array.from([...bytes('Cañón'), 0xf1]))).toBe(false)
})

it('turns windows-1252 into UTF-8', () => {
  expect(new TextDecoder().decode(utf8OfWindows1252(latin(0x93, 0x4d, 0x94, 0x80, 0xf1)))).toBe('“M”€ñ')
})
