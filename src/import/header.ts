/** A header folded for comparison: case, accents, hyphens, underscores, byte order mark and outer blanks do not matter. */
export const foldHeader = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f\ufeff\u200b]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/["'\u2018\u2019`\u00b4]/g, '')
    .replace(/[\s_\-\u00a0]+/g, ' ')
    .trim()

/** Names of columns as shown: as in the file, `column 3` for one without a name; a name that comes again gets its number. */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return header.map((name, index) => {
    const shown = name.replace(/\ufeff/g, '').trim() || `column ${index + 1}`
    const times = (seen.get(shown) ?? 0) + 1
    seen.set(shown, times)
    return times === 1 ? shown : `${shown} (${times})`
  })
}

/** The names that a text gives, separated by commas. */
export const list = (text: string): string[] => text.split(',').map((name) => name.trim())
