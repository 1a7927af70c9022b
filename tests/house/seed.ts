import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Finding } from './finding.ts'

/** Writes a small tree with its faults into a folder of its own, with this project's packages; gone after the test. */
export function seed(files: Record<string, string>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'ventas-house-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

/** The rules that were broken, by file, without line numbers. */
export function rulesByFile(findings: readonly Finding[]): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const { file, rule } of findings) {
    const path = file.replace(/:\d+$/, '')
    found[path] = [...(found[path] ?? []), rule]
  }
  return found
}
