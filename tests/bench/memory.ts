import { existsSync, readdirSync, readFileSync } from 'node:fs'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const sizeOf = (pid: string): number =>
  Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1000

/** Sizes of the renderers that come, over any number of steps, from a process that `isRoot`; [] elsewhere than on Linux. */
function renderersFrom(isRoot: (pid: string, command: string) => boolean): number[] {
  const pids = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []
  const command = new Map(pids.map((pid) => [pid, read(`/proc/${pid}/cmdline`)]))
  const parent = new Map(
    pids.map((pid) => [pid, /^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? '']),
  )
  const isOurs = (pid: string): boolean =>
    isRoot(pid, command.get(pid) ?? '') || (parent.has(pid) && isOurs(parent.get(pid)!))
  return pids.filter((pid) => command.get(pid)!.includes('--type=renderer') && isOurs(pid)).map(sizeOf)
}

/** Proportional set size of the renderers that this process has started, in MB: others may run on this machine. */
const rendererSizes = (): number[] => renderersFrom((pid) => Number(pid) === process.pid)

/** Proportional set size of the renderers of the browser that keeps its data in a folder, in MB; [] elsewhere than on Linux. */
export const renderersOf = (profile: string): number[] =>
  renderersFrom((_, command) => command.includes(profile))

/** Runs `work` and tells the highest size that one renderer reached meanwhile, in MB (Linux only: elsewhere NaN). */
export async function peakMemory<Value>(work: () => Promise<Value>): Promise<{ value: Value; peak: number }> {
  let peak = Number.NaN
  const look = () => {
    const sizes = rendererSizes()
    if (sizes.length > 0) peak = Math.max(Number.isNaN(peak) ? 0 : peak, ...sizes)
  }
  const timer = setInterval(look, 150)
  try {
    const value = await work()
    look()
    return { value, peak }
  } finally {
    clearInterval(timer)
  }
}
