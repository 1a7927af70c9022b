import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from './finding.ts'

const PROJECTS = ['src/model', 'workers', '.', 'tests']
const CACHE = 'node_modules/.cache/types'

interface Ended {
  code: number
  output: string
}

/** Runs an installed program of the project and waits for its end. Never throws for a bad exit code. */
export function runTool(root: string, name: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules/.bin', name), args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.stderr.on('data', (part: Buffer) => parts.push(part))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(parts).toString() }))
  })
}

const asFindings = (rule: string, { code, output }: Ended): Finding[] =>
  code === 0 ? [] : [{ rule, file: '.', detail: `\n${output.trim()}` }]

/** Prettier over every file that it knows. */
export async function checkFormat(root: string): Promise<Finding[]> {
  return asFindings(
    'format',
    await runTool(root, 'prettier', ['--check', '--log-level', 'warn', '--cache', '.']),
  )
}

/** oxlint with the rules of .oxlintrc.json. Its warnings (solid/reactivity guesses) are shown by `npm run lint` and fail nothing. */
export async function checkLint(root: string): Promise<Finding[]> {
  const folders = ['src', 'workers', 'tests', 'sample-data', 'vite.config.ts']
  return asFindings('lint', await runTool(root, 'oxlint', ['--quiet', ...folders]))
}

/** One TypeScript project by its folder; keeps what it learned for the next run. */
export async function checkTypes(root: string, project: string): Promise<Finding[]> {
  mkdirSync(join(root, CACHE), { recursive: true })
  const info = join(CACHE, `${project.replaceAll(/\W+/g, '-')}.tsbuildinfo`)
  const args = ['-p', project, '--pretty', 'false', '--incremental', '--tsBuildInfoFile', info]
  return asFindings(`types ${project}`, await runTool(root, 'tsc', args))
}

/** The TypeScript projects, each with the `lib` of its own place: pure, workers, screens, tests. */
export const typeProjects: readonly string[] = PROJECTS
