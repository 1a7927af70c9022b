import { cruise } from 'dependency-cruiser'
import type { ICruiseResult } from 'dependency-cruiser'
import type { Finding } from './finding.ts'
import { layerRules } from './layer-rules.ts'
import { isSource, listFiles } from './tree.ts'

const read = async (root: string, folders: string[]): Promise<ICruiseResult> => {
  const { output } = await cruise(
    folders,
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...layerRules] },
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      moduleSystems: ['es6', 'tsd'],
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.json', '.css'],
    },
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text where a result was asked')
  return output
}

/** The files of src and workers that the tool did not read: a tool that sees nothing finds nothing. */
export const unread = (expected: readonly string[], seen: ReadonlySet<string>): Finding[] =>
  expected
    .filter((path) => !seen.has(path))
    .map((file) => ({ rule: 'modules-read', file, detail: 'the layer checker did not read this file' }))

/** Checks who imports whom (DESIGN §2) with dependency-cruiser, and that it read every module there is. */
export async function checkLayers(root: string): Promise<Finding[]> {
  const expected = listFiles(root).filter((path) => isSource(path) && /^(src|workers)\//.test(path))
  const folders = ['src', 'workers'].filter((name) => expected.some((path) => path.startsWith(`${name}/`)))
  const before = process.cwd()
  const result = await read(root, folders)
  if (process.cwd() !== before) process.chdir(before)
  const seen = new Set(result.modules.map((module) => module.source))
  const broken = result.summary.violations.map((violation) => ({
    rule: violation.rule.name,
    file: violation.from,
    detail: `imports ${violation.to}`,
  }))
  return [...broken, ...unread(expected, seen)]
}
