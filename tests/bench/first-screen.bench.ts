import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openBuiltApp } from '../built-app.ts'
import type { Bench, Figure } from './bench.ts'

const BUDGET = 100

/** Addresses that index.html makes a browser load at once: scripts, module preloads, styles, preloaded fonts. */
function loadedAtOnce(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? []
  const loads = tags.filter(
    (tag) => tag.startsWith('<script') || /\brel="?(?:modulepreload|stylesheet|preload)\b/.test(tag),
  )
  const addresses = loads.map((tag) => /\b(?:src|href)="?([^"\s>]+)/.exec(tag)?.[1])
  return [...new Set(addresses.filter((address) => address !== undefined))]
}

const compressed = (name: string, bytes: Buffer): number =>
  /\.(woff2|png|gz)$/.test(name) ? bytes.length : gzipSync(bytes, { level: 9 }).length

const size = (address: string): Figure => {
  const name = address.replace(/^\//, '') || 'index.html'
  return { what: name, value: compressed(name, readFileSync(join('dist', name))) / 1000, unit: 'KB' }
}

const total = (what: string, parts: readonly Figure[]): Figure => ({
  what,
  value: parts.reduce((sum, { value }) => sum + value, 0),
  unit: 'KB',
  budget: BUDGET,
})

interface Asked {
  beforePaint: string[]
  beforeHeading: string[]
}

/** Runs in the page: remembers when the page's own heading came in. */
const watchHeading = (): void => {
  const page = window as unknown as { headingAt?: number }
  new MutationObserver((_, observer) => {
    if (!document.querySelector('main h1')) return
    page.headingAt = performance.now()
    observer.disconnect()
  }).observe(document, { childList: true, subtree: true })
}

/** Runs in the page: addresses on our origin that were asked for before the first paint with content, and before the heading. */
const askedFor = (): Asked => {
  const { headingAt = 0 } = window as unknown as { headingAt?: number }
  const [paint] = performance.getEntriesByName('first-contentful-paint')
  const all = performance.getEntriesByType('resource').filter((entry) => !entry.name.endsWith('.webmanifest'))
  const before = (time: number): string[] => [
    ...new Set([
      '/',
      ...all.filter((entry) => entry.startTime < time).map((entry) => new URL(entry.name).pathname),
    ]),
  ]
  return { beforePaint: before(paint!.startTime), beforeHeading: before(headingAt) }
}

/** On a first visit, with an empty profile. */
const visit = async (): Promise<Asked> => {
  const app = await openBuiltApp({ wait: false, prepare: (page) => page.addInitScript(watchHeading) })
  await app.page.locator('main h1').first().waitFor()
  const asked = await app.page.evaluate(askedFor)
  await app.close()
  return asked
}

/** What the first screen costs on the wire, gzipped: DESIGN §10 allows 100 KB. */
export const bench: Bench = {
  name: 'First screen',
  needs: ['build'],
  async run() {
    const named = ['/', ...loadedAtOnce(readFileSync('dist/index.html').toString())].map(size)
    const { beforePaint, beforeHeading } = await visit()
    const shown = beforeHeading.map(size)
    return [
      ...shown,
      total('named by index.html', named),
      total('asked for before the first contentful paint', beforePaint.map(size)),
      {
        ...total('asked for before the page has its heading', shown),
        budget: undefined,
        note: 'first visit',
      },
    ]
  },
}
