import { checkCeilings } from './ceilings.ts'
import { checkDeadCode } from './dead-code.ts'
import { line } from './finding.ts'
import type { Finding } from './finding.ts'
import { checkLayers } from './layers.ts'
import { checkStyle } from './style.ts'
import { checkFormat, checkLint, checkTypes, typeProjects } from './tools.ts'
import { checkTree } from './tree.ts'

type Check = (root: string) => Finding[] | Promise<Finding[]>

const types: Check = async (root) =>
  (await Promise.all(typeProjects.map((project) => checkTypes(root, project)))).flat()

/** All checks by name, in the order of their report; `npm run check -- layers lint` runs only those named. */
const CHECKS: Record<string, Check> = {
  format: checkFormat,
  lint: checkLint,
  tree: checkTree,
  style: checkStyle,
  layers: checkLayers,
  'dead-code': checkDeadCode,
  ceilings: checkCeilings,
  types,
}

const report = (name: string, seconds: number, findings: readonly Finding[]): void => {
  console.log(`${findings.length === 0 ? '✓' : '✗'} ${name.padEnd(10)} ${seconds.toFixed(1)} s`)
  for (const finding of findings) console.log(`  ${line(finding)}`)
}

const perform = async (root: string, name: string): Promise<number> => {
  const check = CHECKS[name]
  if (!check) throw new Error(`No check is called ${name}; there are ${Object.keys(CHECKS).join(', ')}`)
  const start = performance.now()
  const findings = await check(root)
  report(name, (performance.now() - start) / 1000, findings)
  return findings.length
}

const asked = process.argv.slice(2)
const counts = await Promise.all(
  (asked.length > 0 ? asked : Object.keys(CHECKS)).map((name) => perform(process.cwd(), name)),
)
const faults = counts.reduce((sum, count) => sum + count, 0)
console.log(faults === 0 ? 'The house is in order.' : `${faults} faults`)
process.exitCode = faults === 0 ? 0 : 1
