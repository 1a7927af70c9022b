import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return filesIn(join(folder, entry.name))
    return entry.isFile() ? [join(folder, entry.name)] : []
  })

/** Files of a browser's profile in which a text stands, as UTF-8 or UTF-16. */
export function filesWith(profile: string, text: string): string[] {
  const wide = Buffer.from(text, 'utf16le')
  return filesIn(profile).filter((path) => {
    const content = readFileSync(path)
    return content.includes(text) || content.includes(wide)
  })
}
