import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { headersFile, PAGE_POLICY, SECURITY_HEADERS, secured } from './headers.ts'

const policy = SECURITY_HEADERS['Content-Security-Policy'] ?? ''

describe('the policy', () => {
  test('names no origin but its own and allows neither eval nor inline code', () => {
    expect(policy).not.toMatch(/https?:|wss?:|\*|'unsafe-inline'|'unsafe-eval'/)
    expect(policy).toContain("connect-src 'self'")
    expect(policy).toContain("default-src 'none'")
  })

  test('leaves out of the <meta> what counts in a header only', () => {
    expect(policy).toContain('frame-ancestors')
    expect(PAGE_POLICY).not.toContain('frame-ancestors')
    expect(policy.startsWith(PAGE_POLICY)).toBe(true)
  })
})

describe('secured', () => {
  test('keeps body, status and type, and replaces a weaker policy', async () => {
    const headers = { 'content-type': 'text/javascript', 'content-security-policy': 'default-src *' }
    const response = secured(new Response('work()', { status: 203, headers }))
    expect(response.status).toBe(203)
    expect(response.headers.get('content-type')).toBe('text/javascript')
    expect(response.headers.get('content-security-policy')).toBe(policy)
    expect(await response.text()).toBe('work()')
  })
})

test('_headers carries every header for every path', () => {
  const file = headersFile()
  expect(file.startsWith('/*\n')).toBe(true)
  for (const [name, value] of Object.entries(SECURITY_HEADERS))
    expect(file).toContain(`  ${name}: ${value}\n`)
})

test.each(['nginx', 'caddy', 'apache', 'json'])('the note on hosts has every header, for %s', (host) => {
  const note = readFileSync(new URL('../../.github/HOSTING.md', import.meta.url), 'utf8')
  const block = note.split('```' + host + '\n')[1]?.split('```')[0]
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    expect(block).toContain(name)
    expect(block).toContain(`"${value}"`)
  }
})
