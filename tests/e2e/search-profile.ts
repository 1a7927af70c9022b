import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a read gives, or `gone` where a running browser has taken the file or folder away since it was listed. */
export function unlessGone<Read>(read: () => Read, gone: Read): Read {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return gone
    throw error
  }
}

const entriesOf = (folder: string) => unlessGone(() => readdirSync(folder, { withFileTypes: true }), [])

const filesIn = (folder: string): string[] =>
  entriesOf(folder).flatMap((entry) => {
    if (entry.isDirectory()) return filesIn(join(folder, entry.name))
    return entry.isFile() ? [join(folder, entry.name)] : []
  })

/** Files of a browser's profile in which a text stands, as UTF-8 or UTF-16; the browser may be running. */
export function filesWith(profile: string, text: string): string[] {
  const wide = Buffer.from(text, 'utf16le')
  return filesIn(profile).filter((path) => {
    const content = unlessGone(() => readFileSync(path), Buffer.alloc(0))
    return content.includes(text) || content.includes(wide)
  })
}
