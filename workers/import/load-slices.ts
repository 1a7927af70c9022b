import { LineMap } from '../../src/import/line-map.ts'
import { NO_QUOTE } from '../../src/import/scan-types.ts'
import { cleanSlice, type SliceFormat, type SliceTraits } from '../../src/query/staging/raw.ts'
import { openFile } from './open-file.ts'
import { readSlices, type Slice } from './read-slices.ts'
import type { Refused } from './refused.ts'
import { step, type StageJob } from './stage-job.ts'

/** What reading a whole table came to. */
export interface Loaded {
  readonly records: number
  readonly seen: number
  readonly encoding: string
  readonly long: boolean
  readonly refused: readonly Refused[]
  /** Findings by code: count and first lines. */
  readonly notices: ReadonlyMap<string, number[]>
  readonly several: boolean
}

let serial = 0
const NONE: ReadonlySet<number> = new Set()

/** Records that are left out but were no data: counted, not refused. */
const SKIPPED: ReadonlySet<string> = new Set(['REPEATED_HEADER_SKIPPED', 'FOOTER_SKIPPED'])

/** Reads one slice ahead: while the engine takes a slice, the next is scanned. */
async function* ahead(slices: AsyncGenerator<Slice>): AsyncGenerator<Slice> {
  let next = slices.next()
  try {
    while (true) {
      const { done, value } = await next
      if (done) return
      next = slices.next()
      next.catch(() => {})
      yield value
    }
  } finally {
    await slices.return(undefined)
  }
}

/** Takes note of what the scanner found in a slice. */
function note(
  slice: Slice,
  refused: Refused[],
  notices: Map<string, number[]>,
  footer: RegExp | undefined,
): void {
  for (const { code: found, line, out, raw } of slice.findings) {
    const code = found === 'ROWS_WITH_WRONG_COLUMN_COUNT' && footer?.test(raw) ? 'FOOTER_SKIPPED' : found
    notices.set(code, [...(notices.get(code) ?? []), line])
    if (out && !SKIPPED.has(code)) refused.push({ line, column: null, code, raw })
  }
}

/**
 * Reads a file once: every clean slice is registered, handed to `sink` as the SELECT of its wanted columns, and dropped.
 * The sink is given slices in order; false from it ends the reading.
 */
export async function loadSlices(
  job: StageJob,
  wanted: readonly number[],
  sink: (select: string, slice: Slice) => Promise<boolean | void>,
  { whole = NONE, footer }: { whole?: ReadonlySet<number>; footer?: RegExp | undefined } = {},
): Promise<Loaded> {
  const { engine, file, control, sniffed } = job
  const opened = await openFile(file)
  job.lines = new LineMap()
  const reader = readSlices(opened.chunks, sniffed, job.lines)
  const format: SliceFormat = {
    delimiter: sniffed.delimiter,
    quoted: sniffed.dialect.quote !== NO_QUOTE,
    fields: sniffed.fields,
  }
  const refused: Refused[] = []
  const notices = new Map<string, number[]>()
  let long = false
  for await (const slice of ahead(reader.slices)) {
    await step(control, 'read', opened.read(), file.size)
    note(slice, refused, notices, footer)
    if (slice.replaced > 0)
      notices.set('INVALID_BYTES_REPLACED', [...(notices.get('INVALID_BYTES_REPLACED') ?? []), 0])
    long ||= slice.long
    if (slice.records === 0) continue
    const name = `slice_${serial++}.csv`
    const traits: SliceTraits = {
      wide: slice.wide,
      untidy: slice.untidy,
      guarded: slice.guarded,
      long: slice.long,
      formulas: sniffed.formulas,
      whole,
    }
    await engine.putFile(name, slice.bytes)
    const goOn = await sink(cleanSlice(name, format, wanted, traits), slice)
    await engine.dropFile(name)
    if (goOn === false) break
  }
  const encoding = opened.encoding.encoding === 'utf-8' ? reader.encoding() : opened.encoding.encoding
  if (opened.encoding.guessed || encoding === 'windows-1252') notices.set('ENCODING_GUESSED', [])
  return {
    records: reader.state.kept,
    seen: reader.state.seen,
    encoding,
    long,
    refused,
    notices,
    several: opened.several(),
  }
}
