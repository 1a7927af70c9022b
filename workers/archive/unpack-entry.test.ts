import { expect, it } from 'vitest'
import { makeZip } from '../../tests/make-zip.ts'
import { unpackEntry } from './unpack-entry.ts'
import { readDirectory, type ZipEntry } from './zip-directory.ts'

/** What an entry gives out before it is refused, and how much of the archive is read for it. */
async function unpacked(archive: File, entry: ZipEntry) {
  let given = 0
  let read = 0
  let code: unknown
  try {
    for await (const chunk of unpackEntry(archive, entry, (bytes) => (read += bytes))) given += chunk.length
  } catch (cause) {
    code = (cause as { code?: unknown }).code
  }
  return { given, read, code }
}

it('reads nothing of an entry whose directory tells of a bomb', async () => {
  const archive = makeZip([{ name: 'a.csv', text: 'a' }])
  const [entry] = await readDirectory(archive)
  expect(await unpacked(archive, { ...entry!, size: 1024 ** 3 })).toEqual({
    given: 0,
    read: 0,
    code: 'EXPANDS_TOO_MUCH',
  })
})

it('gives out no more of an entry than its directory tells', async () => {
  const archive = makeZip([{ name: 'a.csv', text: 'x'.repeat(1_000_000) }])
  const [entry] = await readDirectory(archive)
  expect(await unpacked(archive, entry!)).toMatchObject({ given: 1_000_000, code: undefined })
  expect(await unpacked(archive, { ...entry!, size: 10 })).toMatchObject({
    given: 0,
    code: 'ARCHIVE_DAMAGED',
  })
})
