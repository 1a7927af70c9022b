import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from './finding.ts'
import { layerNames } from './layer-rules.ts'

const TOP = new Set(
  'src public workers sample-data tests index.html vite.config.ts package.json package-lock.json tsconfig.json README.md LICENSE'.split(
    ' ',
  ),
)
const UNSAID = new Set(['utils', 'helpers', 'common', 'lib', 'types', 'hooks', 'components'])
const SKIPPED = new Set(['node_modules', 'dist', '.git', 'dev-dist', 'test-results', 'coverage'])

const walk = (root: string, folder = ''): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !SKIPPED.has(entry.name))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      return entry.isDirectory() ? walk(root, path) : [path]
    })

const known = (root: string): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)))

/** Every file of the tree, ignored ones left out, as paths relative to `root`; a tree without git is walked. */
export const listFiles = (root: string): string[] =>
  [...new Set(existsSync(join(root, '.git')) ? known(root) : walk(root))].sort()

/** Is it TypeScript that is checked by the house? */
export const isSource = (path: string): boolean =>
  /^(src|workers|tests|sample-data)\/.*\.tsx?$/.test(path) && !path.endsWith('.d.ts')

/** A file that only a test runner starts: unit and browser tests (and their own workers), stories, benchmarks. */
export const isTest = (path: string): boolean => /\.(test|spec|bench)(-worker)?\.tsx?$/.test(path)

const BINARY = /\.(png|jpe?g|webp|gif|ico|woff2?|wasm|gz|zip|br|duckdb|ventas|xlsx|pdf)$/

const MACHINE = /(?<![\w.:/@-])\/(?:home|Users|root|work|mnt|private\/var)\/[\w.-]+/
const REGISTRY =
  /https?:\/\/(?:[\w.-]*(?:registry|artifactory|nexus|verdaccio|npmjs|mirror)[\w.-]*|(?:\d{1,3}\.){3}\d{1,3}:(?:4873|8081|8080))/
const PUBLIC_LOCK = /"resolved": "https:\/\/registry\.npmjs\.org\//

const placeFindings = (path: string): Finding[] => {
  const parts = path.split('/')
  const top = parts[0] ?? ''
  const folder = parts.slice(0, -1).find((name) => UNSAID.has(name))
  const found: Finding[] = []
  if (!TOP.has(top) && !top.startsWith('.'))
    found.push({ rule: 'top-level', file: path, detail: `${top} has no place at the top level` })
  if (top === 'src' && !layerNames.includes(parts[1] ?? ''))
    found.push({ rule: 'src-folder', file: path, detail: `${parts[1]} is no folder of src` })
  if (folder)
    found.push({ rule: 'folder-name', file: path, detail: `a folder called ${folder} says nothing` })
  return found
}

const textFindings = (path: string, text: string): Finding[] => {
  const found: Finding[] = []
  for (const [index, row] of text.split('\n').entries()) {
    const at = `${path}:${index + 1}`
    const machine = MACHINE.exec(row)
    const registry = PUBLIC_LOCK.test(row) ? null : REGISTRY.exec(row)
    if (machine) found.push({ rule: 'machine-path', file: at, detail: machine[0] })
    if (registry) found.push({ rule: 'registry-host', file: at, detail: registry[0] })
  }
  return found
}

/** Places and names of files, and text that would tie the project to one machine or one package registry. */
export function checkTree(root: string): Finding[] {
  return listFiles(root).flatMap((path) => [
    ...placeFindings(path),
    ...(BINARY.test(path) ? [] : textFindings(path, readFileSync(join(root, path), 'utf8'))),
  ])
}
