import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from './finding.ts'
import type { Module } from './module-graph.ts'
import { listFiles } from './tree.ts'

interface Manifest {
  scripts?: Record<string, string>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
  bin?: string | Record<string, string>
}

/** Files besides package.json's scripts in which a package may be named without being imported. */
const SETTINGS = ['.oxlintrc.json', 'tsconfig.json', 'tests/tsconfig.json', '.ci/run', 'tests/house/tools.ts']

/** Packages that TypeScript or Node need and that nobody names. */
const UNSPOKEN = new Set(['@types/node'])

const manifest = (path: string): Manifest =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest) : {}

const text = (root: string, path: string): string =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''

const binaries = (name: string, { bin }: Manifest): string[] =>
  typeof bin === 'string' ? [name.replace(/^.*\//, '')] : Object.keys(bin ?? {})

const peers = ({ peerDependencies = {}, peerDependenciesMeta = {} }: Manifest): string[] =>
  Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional)

const isIconSet = (name: string, sources: string): boolean =>
  name.startsWith('@iconify-json/') && sources.includes(`i-${name.slice('@iconify-json/'.length)}-`)

const isPackage = (name: string): boolean => !/^(node:|virtual:|\/)|^uno\.css$/.test(name)

const styles = (root: string): string =>
  listFiles(root)
    .filter((path) => path.endsWith('.css'))
    .map((path) => text(root, path))
    .join('\n')

const directlyUsed = (root: string, listed: readonly string[], imported: ReadonlySet<string>): string[] => {
  const own = manifest(join(root, 'package.json'))
  const spoken = [...Object.values(own.scripts ?? {}), ...SETTINGS.map((path) => text(root, path))].join(' ')
  const named = new Set(spoken.split(/[^\w@/.-]+/))
  const styled = styles(root)
  const bins = (name: string): string[] =>
    binaries(name, manifest(join(root, 'node_modules', name, 'package.json')))
  return listed.filter(
    (name) =>
      imported.has(name.replace(/^@types\//, '')) ||
      UNSPOKEN.has(name) ||
      named.has(name) ||
      styled.includes(`${name}/`) ||
      bins(name).some((bin) => named.has(bin)),
  )
}

const undescribed = (root: string, versions: Record<string, string>): Finding[] => {
  const rows = text(root, 'README.md')
    .split('\n')
    .filter((row) => row.startsWith('|'))
  return Object.entries(versions)
    .filter(
      ([name, version]) => !rows.some((row) => row.includes(`\`${name}\``) && row.includes(` ${version} `)),
    )
    .map(([name, version]) => ({
      rule: 'undescribed-package',
      file: 'README.md',
      detail: `no row for ${name} ${version}: its reason and its home`,
    }))
}

/**
 * Packages in package.json that no source imports, no script runs, no setting names, no class of an icon needs,
 * and that are no required peer of one that is used; packages that are imported without being listed; and packages
 * without a row in the README's table.
 */
export function checkPackages(root: string, modules: readonly Module[]): Finding[] {
  const own = manifest(join(root, 'package.json'))
  const listed = Object.keys({ ...own.dependencies, ...own.devDependencies })
  const imported = new Set(modules.flatMap(({ packages }) => packages))
  const sources = modules.map(({ path }) => text(root, path)).join('\n')
  const direct = directlyUsed(root, listed, imported)
  const needed = new Set(
    direct.flatMap((name) => peers(manifest(join(root, 'node_modules', name, 'package.json')))),
  )
  const unused = listed.filter(
    (name) => !direct.includes(name) && !needed.has(name) && !isIconSet(name, sources),
  )
  const unlisted = [...imported].filter((name) => isPackage(name) && !listed.includes(name))
  return [
    ...unused.map((name) => ({ rule: 'unused-package', file: 'package.json', detail: name })),
    ...unlisted.map((name) => ({ rule: 'unlisted-package', file: 'package.json', detail: name })),
    ...undescribed(root, { ...own.dependencies, ...own.devDependencies }),
  ]
}
