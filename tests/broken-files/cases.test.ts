import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refuse, WorkspaceFileFault } from '../../src/model/file-fault.ts'
import { isPart } from '../../src/query/part-check.ts'
import { type Contents, readContents } from '../../src/store/file/contents.ts'
import { drain } from '../../src/store/file/streams.ts'
import type { ReadEntry } from '../../src/store/file/entries.ts'
import { readFile } from '../../src/store/file/read-file.ts'
import { memoryScratch } from '../../src/store/file/scratch.ts'
import { openNativeEngine } from '../native-engine.ts'
import { brokenFiles } from './cases.ts'
import { PASSWORD, remembered } from './write-broken.ts'

interface Expectation {
  readonly file: string
  readonly kind: string
  readonly action: string
  readonly password?: string
  readonly reason?: string
  readonly warnings?: readonly string[]
}

const GENERATOR = join(import.meta.dirname, '../../../shared/bad-input/make.mjs')
/** Faults of the content of the corpus, whose content is not ours: its container is read as a good one. */
const OTHER_CONTENT = /^ws-(19|22|38|40|41|42|43|44|46)/

let folder = ''
let expectations: readonly Expectation[] = []
let ours: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ventas-files-'))
  if (!existsSync(GENERATOR)) return
  execFileSync(process.execPath, [GENERATOR, folder], { stdio: 'ignore' })
  const { files } = JSON.parse(readFileSync(join(folder, 'expectations.json'), 'utf8')) as {
    files: Expectation[]
  }
  expectations = files.filter(({ kind }) => kind === 'workspace')
  ours = await brokenFiles()
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the app does with the parts of a file before it stores them, on the native engine. */
async function checkParts({ parts }: Contents): Promise<void> {
  const engine = await openNativeEngine()
  try {
    for (const part of parts) {
      const path = join(folder, `${part.id}.duckdb`)
      writeFileSync(path, new Uint8Array(await part.file.arrayBuffer()))
      await engine.exec(`ATTACH '${path}' AS given (READ_ONLY)`)
      if (!(await isPart(engine, 'given', part.kind, part.rows))) refuse('CONTENT_INCONSISTENT')
    }
  } finally {
    engine.close()
  }
}

const codeOf = (cause: unknown): string =>
  cause instanceof WorkspaceFileFault ? cause.code : `untyped: ${String(cause)}`

async function open(bytes: Uint8Array<ArrayBuffer>, password = PASSWORD) {
  try {
    const options = { password, derive: remembered, newScratch: memoryScratch }
    const contents = await readContents(new Blob([bytes]), options)
    await checkParts(contents)
    return { code: 'ok', rows: contents.manifest.rows, warnings: contents.warnings }
  } catch (cause) {
    return { code: codeOf(cause), rows: 0, warnings: [] }
  }
}

it('holds all 61 workspace cases of the corpus, in our own format', async ({ skip }) => {
  if (expectations.length === 0) skip('../shared is not here')
  expect(expectations).toHaveLength(61)
  const names = [...ours.keys()]
  for (const { file, password, action, reason, warnings = [] } of expectations) {
    const name = names.find((start) => file.startsWith(start)) ?? 'none'
    const found = await open(ours.get(name) ?? new Uint8Array(1), password)
    const expected =
      action === 'reject' ? { code: reason, rows: 0, warnings: [] } : { code: 'ok', rows: 10, warnings }
    expect({ file, ...found }).toEqual({ file, ...expected })
  }
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

it('reads the containers of the corpus itself as its own reader does', async ({ skip }) => {
  if (expectations.length === 0) skip('../shared is not here')
  for (const { file, password, action, reason } of expectations) {
    const bytes = readFileSync(join(folder, file))
    const forget = ({ content }: ReadEntry) => drain(content)
    const got = await readFile(new Blob([bytes]), forget, { password, derive: remembered }).then(
      () => 'ok',
      codeOf,
    )
    expect({ file, got }).toEqual({
      file,
      got: action === 'reject' && !OTHER_CONTENT.test(file) ? reason : 'ok',
    })
  }
})
