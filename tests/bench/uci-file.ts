import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const PATH = '../shared/data/uci-online-retail-2009-10/online_retail_2009-12_2010-11.csv.gz'

/** The UCI shop's file, or null where the shared data are not at hand. */
export const uciFile = (): Buffer | null => (existsSync(PATH) ? gunzipSync(readFileSync(PATH)) : null)

/**
 * About a million lines: the UCI file and a second year of it, with other invoice numbers (first digit 7) and dates a year
 * later.
 */
export function millionLines(file: Buffer): Buffer {
  const text = file.toString('utf8')
  const body = text.slice(text.indexOf('\n') + 1)
  const later = body
    .replaceAll(/^([CA]?)[45](\d{5}),/gm, '$17$2,')
    .replaceAll(
      /,(2009|2010)-(\d\d-\d\d) /g,
      (_, year: string, rest: string) => `,${Number(year) + 1}-${rest} `,
    )
  return Buffer.from(text + later)
}
