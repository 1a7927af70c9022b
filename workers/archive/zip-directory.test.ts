import { expect, it } from 'vitest'
import { makeZip } from '../../tests/make-zip.ts'
import { readDirectory } from './zip-directory.ts'

it('refuses an archive behind other bytes, also when its offsets count them', async () => {
  const archive = Buffer.from(await makeZip([{ name: 'a.csv', text: 'a' }]).arrayBuffer())
  expect(await readDirectory(new File([archive], 'a.zip'))).toHaveLength(1)
  const before = Buffer.from('Date,Total\n')
  const end = archive.length - 22
  const directory = archive.readUInt32LE(end + 16)
  for (const at of [end + 16, directory + 42])
    archive.writeUInt32LE(archive.readUInt32LE(at) + before.length, at)
  const both = new File([before, archive], 'a.zip')
  await expect(readDirectory(both)).rejects.toMatchObject({ code: 'ARCHIVE_DAMAGED' })
})
