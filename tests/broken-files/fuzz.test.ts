import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { WorkspaceFileFault } from '../../src/model/file-fault.ts'
import { readContents } from '../../src/store/file/contents.ts'
import type { FileEntry } from '../../src/store/file/entries.ts'
import { memoryScratch } from '../../src/store/file/scratch.ts'
import { writeFile } from '../../src/store/file/write-file.ts'
import { flipped } from './cases.ts'
import { goodEntries, makePart } from './small-workspace.ts'
import { PASSWORD, remembered, writeBroken } from './write-broken.ts'

/** `npm run test:endurance` takes every place; the short form some of every region. */
const LONG = process.env['VENTAS_ENDURANCE'] !== undefined
const CHUNK = 256
const TAG = 16
/** SHA-256 and HMAC between head and chunks. */
const CHECKS = 64

async function* entriesOf(entries: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): AsyncGenerator<FileEntry> {
  for (const [name, content] of entries) yield { name, content: new Blob([content]) }
}

/** A workspace file by the app's own writer, with a part in it: about 5,000 bytes. */
async function writtenFile(password: string | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const entries = await goodEntries(await makePart())
  const { file } = await writeFile(entriesOf(entries), { password, derive: remembered, chunkSize: CHUNK })
  return new Uint8Array(await file.arrayBuffer())
}

/** Where the head ends: magic and versions take 16 bytes, then comes the header. */
const headLength = (file: Uint8Array<ArrayBuffer>): number =>
  16 + new DataView(file.buffer).getUint32(12, true)

/** The places that are changed: all, or all of the fixed bytes, every seventh of the header with its key, some of each check and chunk. */
function placesIn(file: Uint8Array<ArrayBuffer>): readonly number[] {
  const all = Array.from(file, (_, at) => at)
  if (LONG) return all
  const head = headLength(file)
  const inChunk = new Set([0, 1, CHUNK / 2, CHUNK - 1, CHUNK, CHUNK + TAG - 1])
  return all.filter((at) => {
    if (at < 16) return true
    if (at < head) return at % 7 === 0
    if (at < head + CHECKS) return at % 8 === 0
    return inChunk.has((at - head - CHECKS) % (CHUNK + TAG)) || at === file.length - 1
  })
}

/** Lengths to which it is cut: every seventh, or of those every tenth and all borders. */
function cutsOf(file: Uint8Array<ArrayBuffer>): readonly number[] {
  const sevenths = Array.from({ length: Math.ceil(file.length / 7) }, (_, at) => 7 * at)
  if (LONG) return sevenths
  const payload = headLength(file) + CHECKS
  const chunks = Math.floor((file.length - payload) / (CHUNK + TAG))
  const borders = Array.from({ length: chunks + 1 }, (_, at) => payload + at * (CHUNK + TAG))
  return [
    ...sevenths.filter((_, at) => at % 10 === 0),
    ...borders.filter((at) => at < file.length),
    file.length - 1,
  ]
}

async function verdict(bytes: Uint8Array<ArrayBuffer>, password: string | undefined): Promise<string> {
  try {
    await readContents(new Blob([bytes]), { password, derive: remembered, newScratch: memoryScratch })
    return 'accepted'
  } catch (cause) {
    return cause instanceof WorkspaceFileFault ? 'refused' : `untyped: ${String(cause)}`
  }
}

it.each([PASSWORD, undefined])(
  'refuses a file with any byte changed, and any cut (password: %s)',
  async (password) => {
    const good = await writtenFile(password)
    expect(await verdict(good, password)).toBe('accepted')
    const verdicts = new Map<string, number>()
    const count = (found: string) => verdicts.set(found, (verdicts.get(found) ?? 0) + 1)
    const places = placesIn(good)
    for (const at of places) count(await verdict(flipped(good, at, 1 << (at % 8)), password))
    const cuts = cutsOf(good)
    for (const length of cuts) count(await verdict(good.slice(0, length), password))
    console.log(
      `${places.length} of ${good.length} bytes changed one by one, ${cuts.length} cuts:`,
      Object.fromEntries(verdicts),
    )
    expect(Object.fromEntries(verdicts)).toEqual({ refused: places.length + cuts.length })
  },
  LONG ? 1_200_000 : 60_000,
)

it('never fails untyped on entries that were broken before they were sealed', async () => {
  const entries = await goodEntries(await makePart())
  const frames = [...entries.keys()].map((name) => 4 + name.length + 8 + 32)
  const { body } = await writeBroken(entries)
  const verdicts = new Map<string, number[]>()
  let start = 0
  for (const [index, content] of [...entries.values()].entries()) {
    for (let at = start; at < start + (frames[index] ?? 0); at++) {
      const faulty = new Uint8Array(gzipSync(flipped(body, at, 1 << (at % 8))))
      const { bytes } = await writeBroken(entries, { body: faulty })
      const found = await verdict(bytes, PASSWORD)
      verdicts.set(found, [...(verdicts.get(found) ?? []), at - start])
    }
    start += (frames[index] ?? 0) + content.length
  }
  // Another letter in a name that may be missing or unknown makes another good file; nothing else does.
  expect([...verdicts.keys()].filter((found) => !['refused', 'accepted'].includes(found))).toEqual([])
  const names = Math.max(...[...entries.keys()].map((name) => name.length))
  expect((verdicts.get('accepted') ?? []).filter((at) => at < 4 || at >= 4 + names)).toEqual([])
  expect(verdicts.get('refused')?.length).toBeGreaterThan(100)
}, 60_000)
