/** Depth that a file of settings may have: ours has five. */
const DEPTH = 20
const LENGTH = 1_000_000

const TOKEN =
  // oxlint-disable-next-line no-control-regex
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null|[{}[\],:]/iy

/** Walks over the tokens of a text without recursion: how deep it goes, and whether an object has a key twice. */
function isSound(text: string): boolean {
  const open: (Set<string> | null)[] = []
  let last = ''
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    const blank = /\s*/y
    blank.lastIndex = at
    blank.exec(text)
    TOKEN.lastIndex = blank.lastIndex
    if (blank.lastIndex >= text.length) return true
    const [token] = TOKEN.exec(text) ?? []
    if (token === undefined) return false
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : null)
    if (open.length > DEPTH) return false
    if (token === '}' || token === ']') open.pop()
    const keys = open.at(-1)
    if (token === ':' && keys) {
      const key = String(JSON.parse(last))
      if (keys.has(key) || key === '__proto__') return false
      keys.add(key)
    }
    last = token
  }
  return true
}

const allFinite = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(allFinite)
}

/**
 * Reads JSON of somebody else: undefined for text that is none, is deeper than ours can be, names a key twice (of which
 * `JSON.parse` would silently keep the last), or has a number that no double holds.
 */
export function readStrictJson(text: string): unknown {
  if (text.length > LENGTH || !isSound(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return allFinite(value) ? value : undefined
  } catch {
    return undefined
  }
}
