import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { call, openBuiltApp, ready } from '../built-app.ts'
import type { Bench, Figure } from './bench.ts'
import { chooseFile, importChosen } from './import-file.ts'

const CUSTOMERS = 500_000
const DAY_MS = 86_400_000
const FRAMES = 240
/** A sixtieth of a second. */
const FRAME_MS = 16.7

/** Half a million customers with one order each. */
function orders(): Buffer {
  const parts = ['order_id,date,email,country,product,quantity,unit_price\n']
  for (let who = 0; who < CUSTOMERS; who++) {
    const date = new Date(Date.UTC(2023, 0, 1) + (who % 730) * DAY_MS).toISOString().slice(0, 10)
    parts.push(`${who},${date},c${who}@example.com,ES,P${who % 50},1,${5 + (who % 97)}\n`)
  }
  return Buffer.from(parts.join(''))
}

/** Milliseconds between frames while what is named is scrolled by so many pixels a frame, and back again at its end. */
const framesOf = (page: Page, selector: string, step: number): Promise<number[]> =>
  page.evaluate(
    async ([name, by, count]) => {
      const place = document.querySelector<HTMLElement>(name)!
      const most = place.scrollHeight - place.clientHeight
      const frames: number[] = []
      let [top, way, before] = [place.scrollTop, by, 0]
      await new Promise<void>((done) => {
        const next = (now: number) => {
          if (before) frames.push(now - before)
          before = now
          if (top + way < 0 || top + way > most) way = -way
          place.scrollTop = top += way
          if (frames.length < count) requestAnimationFrame(next)
          else done()
        }
        requestAnimationFrame(next)
      })
      return frames
    },
    [selector, step, FRAMES] as const,
  )

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly args: { readonly name?: string }
  /** Microseconds that the thread itself ran. */
  readonly tdur?: number
}

const CATEGORIES = ['toplevel', 'cc']

/** Runs work under Chrome's tracing; the milliseconds that the page's main thread worked for each frame. */
async function traced<Value>(page: Page, work: () => Promise<Value>) {
  const cdp = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  })
  const value = await work()
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done))
  await cdp.send('Tracing.end')
  await complete
  await cdp.detach()
  const busy = new Map<string, number[]>()
  for (const { name, pid, tid, tdur } of events)
    if (name === 'ProxyMain::BeginMainFrame' && tdur !== undefined)
      busy.set(`${pid}:${tid}`, [...(busy.get(`${pid}:${tid}`) ?? []), tdur / 1000])
  // Of several pages of the browser the one that is scrolled has drawn most frames.
  const work_ms = [...busy.values()].toSorted((a, b) => b.length - a.length)[0] ?? []
  return { frames: value, work: work_ms }
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ??
  Number.NaN

type Measured = Awaited<ReturnType<typeof traced<number[]>>>

function compared(what: string, list: Measured, empty: Measured): Figure[] {
  const beside = (share: number) => `empty page ${at(empty.work, share).toFixed(1)} ms`
  const ratio = at(list.frames, 0.5) / at(empty.frames, 0.5)
  const between = `${at(list.frames, 0.5).toFixed(1)} and ${at(empty.frames, 0.5).toFixed(1)} ms`
  return [
    {
      what: `${what}: work for a frame, median`,
      value: at(list.work, 0.5),
      unit: 'ms',
      budget: FRAME_MS,
      note: beside(0.5),
    },
    {
      what: `${what}: work for a frame, 95th percentile`,
      value: at(list.work, 0.95),
      unit: 'ms',
      budget: FRAME_MS,
      note: beside(0.95),
    },
    { what: `${what}: time between frames over an empty page’s`, value: ratio, unit: '×', note: between },
  ]
}

const EMPTY = `<div id="empty" style="height:600px;overflow:auto"><div style="height:9000000px"></div></div>`
const LIST = '[role=region]:has(table)'

async function openList(file: string) {
  const app = await openBuiltApp()
  await chooseFile(app.page, file)
  await importChosen(app.page)
  await app.page.goto(`${app.url}/customers`)
  await ready(app.page)
  await app.page
    .getByText(/500[.,]000/)
    .first()
    .waitFor({ timeout: 120_000 })
  // What is predicted comes after the list and reads it again: the scroll is measured when all is there.
  await call(app.page, 'GET', '/api/v1/customers', { query: { limit: 1, predictions: 'wait' } })
  await app.page.waitForTimeout(2000)
  return app
}

async function measure(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ventas-bench-'))
  const file = join(folder, 'many.csv')
  writeFileSync(file, orders())
  const app = await openList(file)
  const empty = await app.context.newPage()
  await empty.setContent(EMPTY)
  const figures: Figure[] = []
  for (const [what, step] of [
    ['reading, 12 px a frame', 12],
    ['wheel, 120 px a frame', 120],
    ['flung, 4,000 px a frame', 4000],
  ] as const) {
    await empty.bringToFront()
    const bare = await traced(empty, () => framesOf(empty, '#empty', step))
    await app.page.bringToFront()
    const list = await traced(app.page, () => framesOf(app.page, LIST, step))
    figures.push(...compared(what, list, bare))
  }
  await app.close()
  rmSync(folder, { recursive: true, force: true })
  return figures
}

/**
 * Whether the list of half a million customers keeps up with the screen. Work is the main thread's own time, which
 * other programs on the machine do not lengthen; the time between frames holds them and the drawing too, and is told
 * beside an empty page's.
 */
export const bench: Bench = { name: 'The list of 500,000 customers scrolls', needs: ['build'], run: measure }
