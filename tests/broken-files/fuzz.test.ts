import { expect, it } from 'vitest'
import { WorkspaceFileFault } from '../../src/model/file-fault.ts'
import { readContents } from '../../src/store/file/contents.ts'
import type { FileEntry } from '../../src/store/file/entries.ts'
import { memoryScratch } from '../../src/store/file/scratch.ts'
import { writeFile } from '../../src/store/file/write-file.ts'
import { flipped } from './cases.ts'
import { bytesOf, goodEntries, makePart, manifestOf } from './small-workspace.ts'
import { PASSWORD, remembered } from './write-broken.ts'

/** `npm run test:endurance` takes a file with a part in it (about 5,000 bytes), and all of its places. */
const LONG = process.env['VENTAS_ENDURANCE'] !== undefined

async function* entriesOf(entries: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): AsyncGenerator<FileEntry> {
  for (const [name, content] of entries) yield { name, content: new Blob([content]) }
}

/** A workspace file by the app's own writer. */
async function writtenFile(password: string | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const part = LONG ? await makePart() : new Uint8Array(0)
  const empty = { generation: 0, rows: 0, parts: [], manifests: [], entries: {} }
  const entries = LONG
    ? await goodEntries(part)
    : new Map([['manifest.json', bytesOf(await manifestOf(part, empty))]])
  const options = { password, derive: remembered, chunkSize: 256 }
  const { file } = await writeFile(entriesOf(entries), options)
  return new Uint8Array(await file.arrayBuffer())
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
    for (let at = 0; at < good.length; at++) count(await verdict(flipped(good, at, 1 << (at % 8)), password))
    let cuts = 0
    for (let length = 0; length < good.length; length += 7, cuts++)
      count(await verdict(good.slice(0, length), password))
    console.log(`${good.length} bytes changed one by one, ${cuts} cuts:`, Object.fromEntries(verdicts))
    expect(Object.fromEntries(verdicts)).toEqual({ refused: good.length + cuts })
  },
  LONG ? 1_200_000 : 60_000,
)
