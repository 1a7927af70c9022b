import { describe, expect, it } from 'vitest'
import { checkCeilings, functionLengths, percentile90 } from './ceilings.ts'
import { rulesByFile, seed } from './seed.ts'

const body = (lines: number): string => 'console.log(1)\n'.repeat(lines)
const fn = (name: string, lines: number): string => `export function ${name}() {\n${body(lines - 2)}}\n`

describe('functionLengths', () => {
  it('counts components, methods and callbacks, with the lines of their signature', () => {
    const text = `const One = () => <p>one</p>\nclass Two {\n  two(\n    x: number,\n  ) {\n    return x\n  }\n}\n[1].map((x) => {\n  return x\n})\n`
    expect(functionLengths('a.tsx', text).map(({ name, lines, named }) => [name, lines, named])).toEqual([
      ['One (line 1)', 1, true],
      ['two (line 3)', 5, true],
      ['callback (line 9)', 3, false],
    ])
  })
})

describe('percentile90', () => {
  it('is the nearest rank', () => {
    expect(percentile90([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toBe(9)
    expect(percentile90([])).toBe(0)
  })
})

describe('checkCeilings', () => {
  it('names a function and a file over the ceiling', () => {
    const short = Array.from({ length: 40 }, (_, index) => fn(`short${index}`, 3)).join('')
    const root = seed({
      'src/model/short.ts': short,
      'src/model/long.ts': fn('long', 61),
      'src/ui/Long.tsx': `export const Long = () => {\n${body(60)}return <p /> }\n`,
      'src/model/file.ts': 'export {}\n'.repeat(301),
      ...Object.fromEntries(
        Array.from({ length: 20 }, (_, index) => [`workers/w${index}.ts`, 'export {}\n']),
      ),
      'src/model/at-most.ts': fn('atMost', 60) + '//\n'.repeat(240),
    })
    expect(rulesByFile(checkCeilings(root))).toEqual({
      'src/model/long.ts': ['function-length'],
      'src/ui/Long.tsx': ['function-length'],
      'src/model/file.ts': ['file-length'],
    })
  })

  it('holds the 90th percentile, which callbacks do not soften', () => {
    const callbacks = '[1].map((x) => x)\n'.repeat(100)
    const root = seed({
      'src/model/a.ts': fn('a', 26) + callbacks,
      'src/model/b.ts': '//\n'.repeat(201),
    })
    const found = checkCeilings(root).map(({ rule }) => rule)
    expect(found).toEqual(['file-length-p90', 'function-length-p90'])
  })

  it('leaves out the functions of tests, not their files', () => {
    const root = seed({ 'src/model/a.test.ts': fn('story', 70) + '//\n'.repeat(240) })
    expect(checkCeilings(root).map(({ rule }) => rule)).toEqual(['file-length', 'file-length-p90'])
  })
})
