import { test as base, chromium } from '@playwright/test'
import type { BrowserContext } from '@playwright/test'
import { launchOptions, STILL, WITNESS } from '../browser.ts'
import { startWitness } from '../witness.ts'
import type { Witness } from '../witness.ts'

/** What went wrong in a browser while a story ran, although the story may not have looked at it. */
interface Trouble {
  /** Requests of pages and workers to another host than the app's. */
  foreign: string[]
  /** Uncaught errors, and what the Content-Security-Policy refused. */
  errors: string[]
}

const isForeign = (address: string, own: string): boolean =>
  /^(https?|wss?):/.test(address) && new URL(address).host !== new URL(own).host

/** Writes down the trouble of a context; every request to another host than that of `own` is stopped. */
async function watch(context: BrowserContext, own: () => string, trouble: Trouble): Promise<void> {
  context.on('request', (request) => {
    if (isForeign(request.url(), own())) trouble.foreign.push(request.url())
  })
  context.on('weberror', (error) => trouble.errors.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() === 'error' && message.text().includes('Content Security Policy'))
      trouble.errors.push(message.text())
  })
  await context.route(
    (url) => isForeign(url.href, own()),
    (route) => route.abort('blockedbyclient'),
  )
}

/** Opens a browser whose storage outlives it: a second call opens the same profile again, at `origin`. */
export type OpenProfile = (origin: string) => Promise<BrowserContext>

interface Story {
  trouble: Trouble
  openProfile: OpenProfile
}

/**
 * Playwright's `test` for a story of the built app. It fails a story, whatever else the story saw, when a request
 * went to a foreign host (seen by the pages' own events and, for service workers and all else, by a second local
 * server that stands where the network would be) or when an error was not caught.
 */
export const test = base.extend<Story, { witness: Witness }>({
  witness: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const witness = await startWitness()
      // Browsers that a story starts by itself go through it, too.
      process.env[WITNESS] = witness.url
      await use(witness)
      delete process.env[WITNESS]
      await witness.close()
    },
    { scope: 'worker' },
  ],
  proxy: async ({ witness }, use) => use({ server: witness.url, bypass: '127.0.0.1' }),
  trouble: [
    async ({ context, witness, baseURL }, use) => {
      const trouble: Trouble = { foreign: [], errors: [] }
      witness.forget()
      await watch(context, () => baseURL ?? '', trouble)
      await use(trouble)
      const found = [...trouble.foreign, ...witness.seen].map((address) => `request to ${address}`)
      const all = [...found, ...trouble.errors]
      if (all.length > 0) throw new Error(`The story met trouble:\n${all.join('\n')}`)
    },
    { auto: true },
  ],
  openProfile: async ({ trouble, proxy, viewport, locale, timezoneId }, use, info) => {
    const open = new Set<BrowserContext>()
    const profile = info.outputPath('profile')
    await use(async (origin) => {
      const options = { ...launchOptions(), ...STILL, proxy, viewport, locale, timezoneId }
      const context = await chromium.launchPersistentContext(profile, options)
      await watch(context, () => origin, trouble)
      open.add(context)
      return context
    })
    for (const context of open) await context.close()
  },
})

export { expect } from '@playwright/test'
