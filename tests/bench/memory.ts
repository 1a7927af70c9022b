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

/** Proportional set size of every Chromium renderer on this machine, in MB. */
function rendererSizes(): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const renderers = pids.filter((pid) => read(`/proc/${pid}/cmdline`).includes('--type=renderer'))
  return renderers.map(sizeOf)
}

/** Proportional set size of the renderers of the browser that keeps its data in a folder, in MB; [] elsewhere than on Linux. */
export function renderersOf(profile: string): number[] {
  const pids = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []
  const command = new Map(pids.map((pid) => [pid, read(`/proc/${pid}/cmdline`)]))
  const parent = new Map(
    pids.map((pid) => [pid, /^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? '']),
  )
  const isOurs = (pid: string): boolean =>
    (command.get(pid) ?? '').includes(profile) || (parent.has(pid) && isOurs(parent.get(pid)!))
  return pids.filter((pid) => command.get(pid)!.includes('--type=renderer') && isOurs(pid)).map(sizeOf)
}

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
