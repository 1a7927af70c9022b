import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStaging, type Staging } from '../../tests/staging.ts'
import type { FilePreview } from '../../src/model/preview.ts'
import { stageFile } from './stage-file.ts'

/** Few by default, so that the tests stay quick; VENTAS_FUZZ_RUNS=2000 to look harder. */
const RUNS = Number(process.env['VENTAS_FUZZ_RUNS'] ?? 25)
/** Of laws that need several drops for one case. */
const COSTLY = Math.ceil(RUNS / 8)

let staging: Staging

beforeAll(async () => {
  staging = await openStaging()
})
afterAll(() => staging.engine.close())

const HEADER = ['order_id', 'date', 'customer_email', 'sku', 'product', 'qty', 'unit_price', 'status']

/** Cells as merchants and attackers write them: plain, quoted, empty, long, signs, dates, numbers, anything. */
const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('A-1', '1001', '2024-03-01', '12.50', '1', 'paid', 'ana@x.test', 'Taza', ''),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '"',
      '""',
      "'=1+1",
      '=cmd()',
      ' a ',
      '-3',
      '1e999',
      '31/12/2024',
      '1,234.5',
      'n/a',
      '\u0000',
      '\u202e',
      'é',
      '€',
      'a\nb',
      'x;y',
      'x,y',
      'x\ty',
      'x|y',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)

/** What each column holds when nothing is wrong: without it most tables are refused as a whole. */
const GOOD = ['1001', '2024-03-01', 'ana@x.test', 'A-1', 'Taza', '1', '12.50', 'paid']

const tables = fc.array(
  fc.tuple(
    ...GOOD.map((good) =>
      fc.oneof({ weight: 9, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: cell }),
    ),
  ),
  { minLength: 1, maxLength: 12 },
)

const writing = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16le', 'latin1'),
  always: fc.boolean(),
  final: fc.boolean(),
})
type Writing = typeof writing extends fc.Arbitrary<infer Value> ? Value : never

function written(
  rows: readonly (readonly string[])[],
  { delimiter, end, encoding, always, final }: Writing,
): File {
  const quoted = (text: string) =>
    always || /["\r\n,;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const text = [HEADER, ...rows].map((row) => row.map(quoted).join(delimiter)).join(end) + (final ? end : '')
  const bytes =
    encoding === 'latin1'
      ? Buffer.from(text, 'latin1')
      : Buffer.from(
          (encoding === 'utf-8' ? '' : '\ufeff') + text,
          encoding === 'utf-16le' ? 'utf16le' : 'utf8',
        )
  return new File([new Uint8Array(bytes)], 'fuzz.csv')
}

const OPTIONS = { currency: 'EUR', decimal: '.', date_order: 'dmy' } as const
const CONTEXT = { timeZone: 'UTC', currency: null, asOf: '2026-01-31' }

async function stage(files: readonly File[]): Promise<FilePreview[]> {
  await staging.empty()
  const previews: FilePreview[] = []
  for (const [index, file] of files.entries())
    previews.push(await stageFile(staging.engine, file, index, OPTIONS, { ...CONTEXT, files: files.length }))
  return previews
}

/** All lines in force, in an order of their own. */
const lines = () =>
  staging.query(
    `SELECT order_id, strftime(local_at, '%Y-%m-%d %H:%M:%S') AS at, identity, product_id, title, kind, quantity, CAST(gross AS DOUBLE) AS gross, CAST(net AS DOUBLE) AS net, status
     FROM stage.lines ORDER BY ALL`,
  )

const refusedRows = async (): Promise<number> =>
  (await staging.query<{ rows: number }>('SELECT CAST(count(*) AS DOUBLE) AS rows FROM stage.refused'))[0]
    ?.rows ?? 0

it(
  `loses no row without a word, whatever the cells, delimiters, encodings and line ends (${RUNS} runs)`,
  { timeout: RUNS * 2000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(tables, writing, async (table, how) => {
        const [preview] = await stage([written(table, how)])
        if (!preview || preview.action === 'reject' || preview.action === 'ask') {
          expect(await lines()).toEqual([])
          return
        }
        const repeated = preview.warnings.find(({ code }) => code === 'REPEATED_HEADER_SKIPPED')?.count ?? 0
        expect(preview.rows + preview.skipped).toBe(preview.raw_rows)
        expect((await refusedRows()) + repeated).toBe(preview.skipped)
      }),
      { numRuns: RUNS, seed: 7 },
    )
  },
)

/** Rows that are good: what a shop has. */
const goodRow = fc.tuple(
  fc.constantFrom('1001', '1002', '1003'),
  fc.constantFrom('2024-03-01', '2024-03-02 10:20:30'),
  fc.constantFrom('ana@x.test', 'Ana@X.test', ''),
  fc.constantFrom('A-1', 'B-2', ''),
  fc.constantFrom('Taza', 'Plato, hondo', 'Señal "roja"'),
  fc.constantFrom('1', '2', '-1'),
  fc.constantFrom('10.00', '0.05', '12.34'),
  fc.constantFrom('paid', 'cancelled'),
)

it(
  `reads the same from the same rows, however they are written, once or twice (${COSTLY} runs)`,
  { timeout: RUNS * 3000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(goodRow, { minLength: 1, maxLength: 8 }),
        writing,
        writing,
        async (table, one, other) => {
          await stage([written(table, { ...one, encoding: 'utf-8' })])
          const wanted = await lines()
          await stage([written(table, other)])
          expect(await lines()).toEqual(wanted)
          await stage([written(table, one), written(table, other)])
          expect(await lines()).toEqual(wanted)
        },
      ),
      { numRuns: COSTLY, seed: 7 },
    )
  },
)

it(`does not mind the order of files (${COSTLY} runs)`, { timeout: RUNS * 3000 }, async () => {
  const orders = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(orders, goodRow, writing, async (ids, row, how) => {
      const files = ids.map((id) => written([[String(id), ...row.slice(1)]], how))
      await stage(files)
      const wanted = await lines()
      await stage(files.toReversed())
      expect(await lines()).toEqual(wanted)
    }),
    { numRuns: COSTLY, seed: 7 },
  )
})
