import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from './story.ts'

/** Stories of a bare page: an origin without the app's policy, as a leak would need it. */
const story = test.extend<object, { bare: string }>({
  bare: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const server = createServer((_, response) => {
        response.setHeader('content-type', 'text/html').end('<!doctype html><title>page</title>')
      })
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve)
      })
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      server.closeAllConnections()
      server.close()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ bare }, use) => use(bare),
})

const leak = (): Promise<unknown> => fetch('http://leak.example/figures').catch(() => 'refused')

story.describe('a story', () => {
  story('passes when nothing leaves and nothing breaks', async ({ page }) => {
    await page.goto('/')
    await expect(page).toHaveTitle('page')
  })

  story('fails with trouble, whatever it saw itself', ({ trouble }) => {
    story.fail()
    trouble.foreign.push('http://leak.example/figures')
  })

  story('notes and stops a request of a page to a foreign host', async ({ page, trouble, witness }) => {
    await page.goto('/')
    expect(await page.evaluate(leak)).toBe('refused')
    expect(trouble.foreign.splice(0)).toEqual(['http://leak.example/figures'])
    expect(witness.seen).toEqual([])
  })

  story(
    'has a second server that sees what no event shows',
    async ({ bare, openProfile, trouble, witness }) => {
      const context = await openProfile(bare)
      await context.unrouteAll()
      const page = await context.newPage()
      await page.goto(bare)
      await page.evaluate(leak)
      expect(witness.seen).toEqual(['http://leak.example/figures'])
      witness.forget()
      trouble.foreign.length = 0
    },
  )

  story('notes an error that nobody catches', async ({ page, trouble }) => {
    await page.goto('/')
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('nobody catches this')
      })
    })
    await expect.poll(() => trouble.errors).toHaveLength(1)
    trouble.errors.length = 0
  })

  story('finds the storage of a closed browser again', async ({ bare, openProfile }) => {
    const first = await openProfile(bare)
    const page = await first.newPage()
    await page.goto(bare)
    await page.evaluate(() => localStorage.setItem('kept', 'yes'))
    await first.close()
    const again = await (await openProfile(bare)).newPage()
    await again.goto(bare)
    expect(await again.evaluate(() => localStorage.getItem('kept'))).toBe('yes')
  })
})
