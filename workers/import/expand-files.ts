import { recogniseContainer } from '../../src/import/recognise-bytes.ts'
import type { ImportOptions } from '../../src/model/preview.ts'
import { unpackEntry } from '../archive/unpack-entry.ts'
import { readDirectory, type ZipEntry } from '../archive/zip-directory.ts'
import { openWorkbook } from '../workbook/open-workbook.ts'
import { FileFault } from './file-fault.ts'
import type { GivenFile, InnerTable } from './given-file.ts'
import { chooseSheets } from './sheet-choice.ts'

/** Files that systems and browsers leave in archives: nobody put them there. */
const LITTER = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i

const isFile = ({ name }: ZipEntry): boolean => !name.endsWith('/') && !LITTER.test(name)

const innerName = (archive: string, entry: ZipEntry, only: boolean): string =>
  only ? (entry.name.split('/').at(-1) ?? archive) : `${archive} › ${entry.name}`

/** A table that cannot be read, and says why when it is opened. */
const faulty = (file: { readonly name: string; readonly size: number }, fault: FileFault): InnerTable => ({
  name: file.name,
  size: file.size,
  // oxlint-disable-next-line require-yield
  async *chunks() {
    throw fault
  },
})

async function membersOf(
  file: Blob & { readonly name: string },
  options: ImportOptions,
): Promise<readonly InnerTable[]> {
  const entries = await readDirectory(file)
  const names = new Set(entries.map(({ name }) => name))
  if (names.has('mimetype') && names.has('content.xml')) throw new FileFault('IS_SPREADSHEET_ODS')
  if (names.has('[Content_Types].xml') || names.has('xl/workbook.xml'))
    return chooseSheets(file, await openWorkbook(file, entries), options)
  const members = entries.filter(isFile)
  if (members.length === 0) throw new FileFault('EMPTY_FILE')
  return members.map((entry) => ({
    name: innerName(file.name, entry, members.length === 1),
    size: entry.packed,
    chunks: (onRead) => unpackEntry(file, entry, onRead),
  }))
}

async function expand(
  file: Blob & { readonly name: string },
  options: ImportOptions,
): Promise<readonly GivenFile[]> {
  const head = new Uint8Array(await file.slice(0, 64).arrayBuffer())
  if (recogniseContainer(head).kind !== 'zip') return [file]
  try {
    return await membersOf(file, options)
  } catch (cause) {
    if (cause instanceof FileFault) return [faulty(file, cause)]
    throw cause
  }
}

/**
 * The tables that the files of a drop hold: sheets of workbooks, files of zip archives, all others as they are. What cannot
 * be opened stays in the list and fails when it is read, with the code of its fault. Nothing is unpacked as a whole.
 */
export async function expandFiles(
  files: readonly (Blob & { readonly name: string })[],
  options: ImportOptions,
): Promise<readonly GivenFile[]> {
  const expanded: GivenFile[] = []
  for (const file of files) expanded.push(...(await expand(file, options)))
  return expanded
}
