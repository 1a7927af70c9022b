import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { createServer } from 'vite'
import { launchOptions } from '../browser.ts'
import type { Bench, Figure } from './bench.ts'

const BACKENDS = ['webgl', 'wasm', 'cpu'] as const
const STEPS = 60

interface Trained {
  readonly taken: string | null
  readonly warm: number
  readonly each: number
  readonly loss: number
  readonly renderer: string
}

/** Trains the network of all products for some steps in a page: 40 products of two years. Runs in the browser. */
async function train([backend, steps]: readonly [string, number]): Promise<Trained> {
  const load = (path: string) => import(/* @vite-ignore */ path)
  const [{ startBackend }, { beginning, trainOn }, { trackOf }, { seeded }] = await Promise.all([
    load('/workers/neural/backend.ts'),
    load('/workers/neural/train-global.ts'),
    load('/src/analytics/forecast/global-network/inputs.ts'),
    load('/src/analytics/forecast/statistics.ts'),
  ])
  const random = seeded(4)
  const tracks = Array.from({ length: 40 }, (_, i) =>
    trackOf(Float64Array.from({ length: 730 }, (__, day) => (i + 1) * (1 + (day % 7)) * random())),
  )
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
  const info = gl?.getExtension('WEBGL_debug_renderer_info')
  const renderer = gl && info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : 'none'
  const taken = await startBackend([backend])
  const plan = { horizon: 30, seed: 42, year: true, stages: [{ unseen: 30, steps: 10_000 }] }
  const pause = async () => false
  let begin = performance.now()
  const first = await trainOn(tracks, plan, beginning(plan), { steps: 5, pause })
  const warm = performance.now() - begin
  begin = performance.now()
  const { loss } = await trainOn(tracks, plan, first, { steps, pause })
  return { taken, warm, each: (performance.now() - begin) / steps, loss, renderer }
}

async function trainIn(page: Page, url: string, backend: (typeof BACKENDS)[number]): Promise<Figure> {
  await page.goto(`${url}LICENSE`)
  // tsx writes calls of `__name` into functions.
  await page.evaluate('globalThis.__name ??= (value) => value')
  const { taken, warm, each, loss, renderer } = await page.evaluate(train, [backend, STEPS] as const)
  const note = `${taken === backend ? '' : `took ${taken}; `}first 5 steps ${warm.toFixed(0)} ms, loss ${loss.toFixed(5)}`
  const on = backend === 'webgl' ? `; ${renderer}` : ''
  return { what: `network of all products: a step on ${backend}`, value: each, unit: 'ms', note: note + on }
}

export const bench: Bench = {
  name: 'Networks by backend (Chromium)',
  async run() {
    const cacheDir = mkdtempSync(join(tmpdir(), 'ventas-bench-'))
    const include = ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm']
    const server = await createServer({
      configFile: false,
      cacheDir,
      logLevel: 'error',
      server: { host: '127.0.0.1', port: 0 },
      optimizeDeps: { include, noDiscovery: true },
    })
    await server.listen()
    const browser = await chromium.launch(launchOptions())
    try {
      const figures: Figure[] = []
      for (const backend of BACKENDS) {
        const page = await browser.newPage()
        figures.push(await trainIn(page, server.resolvedUrls!.local[0]!, backend))
        await page.close()
      }
      return figures
    } finally {
      await browser.close()
      await server.close()
      rmSync(cacheDir, { recursive: true, force: true })
    }
  },
}
