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

/** Half a million customers with one order each. */
function orders(): Buffer {
  const parts = ['order_id,date,email,country,product,quantity,unit_price\n']
  for (let who = 0; who < CUSTOMERS; who++) {
    const date = new Date(Date.UTC(2023, 0, 1) + (who % 730) * DAY_MS).toISOString().slice(0, 10)
    parts.push(`${who},${date},c${who}@example.com,ES,P${who % 50},1,${5 + (who % 97)}\n`)
  }
  return Buffer.from(parts.join(''))
}

/** What a scroll was like: milliseconds between frames, and of work of the page in each. */
interface Scroll {
  readonly frames: readonly number[]
  readonly work: readonly number[]
}

/** Scrolls what is named by so many pixels a frame and back again when at its end. */
const scroll = (page: Page, selector: string, step: number): Promise<Scroll> =>
  page.evaluate(
    async ([name, by, count]) => {
      const place = document.querySelector<HTMLElement>(name)!
      const [frames, work]: [number[], number[]] = [[], []]
      const { port1, port2 } = new MessageChannel()
      let way: number = by
      await new Promise<void>((done) => {
        let before = 0
        let begun = 0
        port1.onmessage = () => work.push(performance.now() - begun)
        const next = (now: number) => {
          begun = performance.now()
          if (before) frames.push(now - before)
          before = now
          if (place.scrollTop + way < 0 || place.scrollTop + way > place.scrollHeight) way = -way
          place.scrollTop += way
          // A message comes after this frame's layout and paint have been done by the page.
          port2.postMessage(0)
          if (frames.length < count) requestAnimationFrame(next)
          else done()
        }
        requestAnimationFrame(next)
      })
      return { frames, work }
    },
    [selector, step, FRAMES] as const,
  )

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))]!

const EMPTY = `<div id="empty" style="height:600px;overflow:auto"><div style="height:9000000px"></div></div>`
const LIST = '[role=region]:has(table)'

function compared(what: string, list: Scroll, empty: Scroll): Figure[] {
  const ratio = (share: number) => at(list.frames, share) / at(empty.frames, share)
  return [
    {
      what: `${what}: median frame`,
      value: at(list.frames, 0.5),
      unit: 'ms',
      note: `empty page ${at(empty.frames, 0.5).toFixed(1)} ms`,
    },
    {
      what: `${what}: work in a frame, 95th percentile`,
      value: at(list.work, 0.95),
      unit: 'ms',
      note: `empty page ${at(empty.work, 0.95).toFixed(1)} ms`,
    },
    { what: `${what}: median frame over an empty page’s`, value: ratio(0.5), unit: '×', budget: 1.1 },
    { what: `${what}: 95th percentile over an empty page’s`, value: ratio(0.95), unit: '×', budget: 1.5 },
  ]
}

async function measure(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ventas-bench-'))
  const file = join(folder, 'many.csv')
  writeFileSync(file, orders())
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
  const empty = await app.context.newPage()
  await empty.setContent(EMPTY)
  const figures: Figure[] = []
  for (const [what, step] of [
    ['reading', 12],
    ['wheel', 120],
    ['flung', 4000],
  ] as const) {
    await empty.bringToFront()
    const bare = await scroll(empty, '#empty', step)
    await app.page.bringToFront()
    figures.push(...compared(what, await scroll(app.page, LIST, step), bare))
  }
  await app.close()
  rmSync(folder, { recursive: true, force: true })
  return figures
}

/** Whether the list of half a million customers keeps up with the screen: beside an empty page, in the same run. */
export const bench: Bench = { name: 'The list of 500,000 customers scrolls', needs: ['build'], run: measure }
