import { expect, it } from 'vitest'
import { queryFault } from './query-fault.ts'

it.each([
  [
    String.raw`{"exception_type":"Parser","exception_message":"syntax error at or near \"3\"\n\nLINE 1: SELECT * FROM 3\n ^","position":"14"}`,
    'Parser Error: syntax error at or near "3"',
  ],
  [
    'Catalog Error: Table with name nowhere does not exist!\nDid you mean "orders"?\nLINE 1: SELECT * FROM nowhere\n   ^',
    'Catalog Error: Table with name nowhere does not exist!\nDid you mean "orders"?',
  ],
  ['query was canceled', 'query was canceled'],
])('says %s as a sentence', (text, said) => {
  expect(queryFault(new Error(text))).toBe(said)
})
