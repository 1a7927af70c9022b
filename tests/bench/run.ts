import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { pathToFileURL } from 'node:url'
import { runTool } from '../house/tools.ts'
import { overBudget, table } from './bench.ts'
import type { Bench, Figure } from './bench.ts'

const RESULTS = 'tests/bench/results'

const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`

const load = async (path: string): Promise<Bench> =>
  ((await import(pathToFileURL(path).href)) as { bench: Bench }).bench

const build = async (benches: readonly Bench[]): Promise<void> => {
  if (!benches.some(({ needs }) => needs?.includes('build')) || process.env['VENTAS_BUILT']) return
  const { code, output } = await runTool(process.cwd(), 'vite', ['build'])
  if (code !== 0) throw new Error(output)
}

const perform = async (bench: Bench): Promise<readonly Figure[]> => {
  const start = performance.now()
  const figures = await bench.run()
  console.log(
    `\n## ${bench.name} (${((performance.now() - start) / 1000).toFixed(0)} s)\n\n${table(figures)}`,
  )
  return figures
}

const asked = process.argv.slice(2)
const paths = readdirSync('tests/bench')
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => asked.length === 0 || asked.some((word) => name.includes(word)))
  .sort()
  .map((name) => `tests/bench/${name}`)
const benches = await Promise.all(paths.map(load))
await build(benches)
console.log(`# ${machine()}`)
const all: Record<string, readonly Figure[]> = {}
for (const bench of benches) all[bench.name] = await perform(bench)
mkdirSync(RESULTS, { recursive: true })
writeFileSync(`${RESULTS}/last.json`, `${JSON.stringify({ machine: machine(), figures: all }, null, 2)}\n`)
const over = overBudget(Object.values(all).flat())
console.log(
  over.length === 0 ? '\nEvery budget is kept.' : `\nOver budget: ${over.map(({ what }) => what).join(', ')}`,
)
process.exitCode = over.length === 0 ? 0 : 1
