import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import type { Finding } from './finding.ts'
import { readModules } from './module-graph.ts'
import type { Export, Module } from './module-graph.ts'
import { checkPackages } from './packages.ts'
import { isTest, listFiles } from './tree.ts'

const STARTERS = ['package.json', 'index.html', '.ci/run', 'vite.config.ts', 'tests/e2e/playwright.config.ts']
const PRODUCT = /^(src|workers)\//
const RUNNER =
  /\.bench\.ts$|^tests\/e2e\/browser-needed\.ts$|^vite\.config\.ts$|playwright\.config\.ts$|^src\/views\/[^/]+\/page\.tsx$/

const spoken = (root: string, names: readonly string[]): string =>
  names
    .filter((name) => existsSync(join(root, name)))
    .map((name) => readFileSync(join(root, name), 'utf8'))
    .join('\n')

const reach = (modules: readonly Module[], entries: readonly string[]): Set<string> => {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const seen = new Set<string>()
  const queue = [...entries]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    queue.push(...(byPath.get(path)?.imports ?? []).map(({ from }) => from))
  }
  return seen
}

/** Sources that a page beside them loads, such as the bare pages of benchmarks. */
const startedByPages = (root: string): string[] =>
  listFiles(root)
    .filter((path) => path.endsWith('.html') && path.includes('/'))
    .flatMap((page) =>
      [...readFileSync(join(root, page), 'utf8').matchAll(/\bsrc="(\.[^"]+\.tsx?)"/g)].map(
        ([, address = '']) => normalize(join(dirname(page), address)),
      ),
    )

const isStarted = (path: string, text: string): boolean =>
  text.includes(path) || (path === 'workers/service-worker.ts' && text.includes("'service-worker.ts'"))

/** Files that nothing starts, and product files that only tests reach. */
function unusedFiles(root: string, modules: readonly Module[]): Finding[] {
  const text = spoken(root, STARTERS)
  const started = modules.map(({ path }) => path).filter((path) => isStarted(path, text))
  const product = reach(modules, ['vite.config.ts', ...started.filter((path) => PRODUCT.test(path))])
  const all = reach(modules, [
    ...started,
    ...startedByPages(root),
    'vite.config.ts',
    ...modules
      .map(({ path }) => path)
      .filter((path) => isTest(path) || path.endsWith('/playwright.config.ts')),
  ])
  return modules
    .filter(({ path }) => !isTest(path) && !(PRODUCT.test(path) ? product : all).has(path))
    .map(({ path }) => ({
      rule: 'unused-file',
      file: path,
      detail: all.has(path) ? 'only tests reach it' : 'nothing reaches it',
    }))
}

type Users = Map<string, { product: Set<string>; test: Set<string> }>

const usersOf = (modules: readonly Module[]): Users => {
  const users: Users = new Map()
  for (const module of modules)
    for (const { from, names } of module.imports) {
      const entry = users.get(from) ?? { product: new Set(), test: new Set() }
      users.set(from, entry)
      const side = isTest(module.path) ? entry.test : entry.product
      for (const name of names === 'all' ? ['*'] : names) side.add(name)
    }
  return users
}

const isDead = (path: string, given: Export, users: Users): boolean => {
  const { product, test } = users.get(path) ?? { product: new Set<string>(), test: new Set<string>() }
  const has = (names: Set<string>): boolean => names.has(given.name) || names.has('*')
  if (has(product)) return false
  if (given.usedHere && (given.isType || has(test))) return false
  return PRODUCT.test(path) || !has(test)
}

/**
 * Exports that no other file takes. What only a test takes is dead unless the file itself uses it too; a type
 * that stands in its own file's public signatures is not dead.
 */
function unusedExports(modules: readonly Module[]): Finding[] {
  const users = usersOf(modules)
  return modules
    .filter(({ path }) => !RUNNER.test(path))
    .flatMap(({ path, exports }) =>
      exports
        .filter((given) => isDead(path, given, users))
        .map(({ name }) => ({ rule: 'unused-export', file: path, detail: `${name} is exported for nobody` })),
    )
}

/** Unused files, exports and packages of the tree under `root`. */
export function checkDeadCode(root: string): Finding[] {
  const modules = readModules(root)
  const files = unusedFiles(root, modules)
  const gone = new Set(files.map(({ file }) => file))
  const exported = unusedExports(modules).filter(({ file }) => !gone.has(file))
  return [...files, ...exported, ...checkPackages(root, modules)]
}
