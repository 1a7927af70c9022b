import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import type { Finding } from './finding.ts'
import { isSource, isTest, listFiles } from './tree.ts'

/** DESIGN §11, in lines: at the 90th percentile, and at most. */
const CEILING = { function: { common: 25, most: 60 }, file: { common: 200, most: 300 } }

/** Tests that two runners share: long like a file of tests. */
const TABLES_OF_TESTS = /^tests\/[^/]+-cases\.ts$/

/** A stretch of code and its length in lines; `named` functions are those that a reader can look up. */
export interface Length {
  file: string
  name: string
  lines: number
  named: boolean
}

const nameOf = (node: ts.FunctionLikeDeclaration): string | undefined => {
  if (node.name) return node.name.getText()
  if (ts.isConstructorDeclaration(node)) return 'constructor'
  const parent = node.parent
  const holds =
    ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)
  return holds ? parent.name.getText() : undefined
}

const rows = (source: ts.SourceFile, node: ts.Node): [first: number, last: number] => [
  source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
  source.getLineAndCharacterOfPosition(node.getEnd()).line + 1,
]

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionLike(node) && 'body' in node && node.body !== undefined

/** The length of every function with a body in one source text, components and callbacks too. */
export function functionLengths(file: string, text: string): Length[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true)
  const found: Length[] = []
  const visit = (node: ts.Node): void => {
    if (isFunction(node)) {
      const [first, last] = rows(source, node)
      const name = nameOf(node)
      found.push({
        file,
        name: `${name ?? 'callback'} (line ${first})`,
        lines: last - first + 1,
        named: name !== undefined,
      })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The 90th percentile by nearest rank; 0 of nothing. */
export const percentile90 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.9) - 1] ?? 0

/** Lengths over the ceiling of their kind. One-line callbacks would hide long functions, so only named ones make the percentile. */
function overCeiling(kind: 'function' | 'file', lengths: readonly Length[]): Finding[] {
  const { common, most } = CEILING[kind]
  const long = lengths
    .filter(({ lines }) => lines > most)
    .map(({ file, name, lines }) => ({
      rule: `${kind}-length`,
      file,
      detail: `${name} has ${lines} lines, ${most} at most`,
    }))
  const named = lengths.filter((length) => length.named)
  const p90 = percentile90(named.map(({ lines }) => lines))
  if (p90 <= common) return long
  const over = named.filter(({ lines }) => lines > common).toSorted((a, b) => b.lines - a.lines)
  const list = over.slice(0, 40).map(({ file, name, lines }) => `\n    ${lines} ${file} ${name}`)
  const detail = `${p90} lines at the 90th percentile of ${named.length}, ${common} at most; ${over.length} are longer:${list.join('')}`
  return [...long, { rule: `${kind}-length-p90`, file: '.', detail }]
}

/** Lengths of files and functions (DESIGN §11). Tests count as files, but not their functions. */
export function checkCeilings(root: string): Finding[] {
  const texts = listFiles(root)
    .filter(isSource)
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  const files = texts.map(({ file, text }) => ({
    file,
    name: 'the file',
    lines: text.replace(/\n$/, '').split('\n').length,
    named: true,
  }))
  const functions = texts
    .filter(({ file }) => !isTest(file) && !TABLES_OF_TESTS.test(file))
    .flatMap(({ file, text }) => functionLengths(file, text))
  return [...overCeiling('file', files), ...overCeiling('function', functions)]
}
