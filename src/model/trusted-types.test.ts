import { afterEach, expect, it, vi } from 'vitest'
import { guardSinks } from './trusted-types.ts'

interface Rules {
  createHTML(markup: string): string
  createScriptURL(address: string): string
  createScript?: unknown
}

afterEach(() => vi.unstubAllGlobals())

function rulesIn(origin: string): Rules {
  let rules: Rules | undefined
  const createPolicy = (name: string, given: Rules) => {
    expect(name).toBe('default')
    rules = given
  }
  vi.stubGlobal('trustedTypes', { defaultPolicy: null, createPolicy })
  vi.stubGlobal('location', { origin })
  guardSinks()
  if (!rules) throw new Error('no rules were set')
  return rules
}

it('lets markup pass that holds no code', () => {
  const { createHTML } = rulesIn('https://shop.example')
  const template =
    '<form class="card"><input type="text" name="one on two"><svg><path d="M0 0"></path></svg></form>'
  expect(createHTML(template)).toBe(template)
})

it.each([
  '<img src=x onerror=alert(1)>',
  '<p>\n<SCRIPT>1</SCRIPT></p>',
  '<a href="javascript:void 0">x</a>',
  '<iframe src="/x"></iframe>',
  '<svg><g onload="x"></g></svg>',
])('refuses markup with code in it: %s', (markup) => {
  expect(() => rulesIn('https://shop.example').createHTML(markup)).toThrow(TypeError)
})

it('lets code come from the own origin only, and never from a text', () => {
  const rules = rulesIn('https://shop.example')
  for (const own of ['/engines/importer-1.js', 'https://shop.example/engines/a.js'])
    expect(rules.createScriptURL(own)).toBe(own)
  for (const other of [
    '//evil.example/a.js',
    'https://shop.example.evil/a.js',
    'data:text/javascript,1',
    'blob:x',
  ])
    expect(() => rules.createScriptURL(other)).toThrow(TypeError)
  expect(rules.createScript).toBeUndefined()
})

it('does nothing where a browser has no Trusted Types, or the rules are set', () => {
  guardSinks()
  const createPolicy = vi.fn()
  vi.stubGlobal('trustedTypes', { defaultPolicy: {}, createPolicy })
  guardSinks()
  expect(createPolicy).not.toHaveBeenCalled()
})
