import { isDateFormat } from '../../src/import/workbook/cell-text.ts'
import { unpackEntry } from '../archive/unpack-entry.ts'
import type { ZipEntry } from '../archive/zip-directory.ts'
import { FileFault } from '../import/file-fault.ts'
import { readXml, type XmlHandlers } from './read-xml.ts'

/** Characters of all shared texts together. */
const SHARED = 200_000_000

/** A sheet that is shown, and where its cells stand. */
export interface SheetEntry {
  readonly name: string
  readonly entry: ZipEntry
}

/**
 * Workbooks are read by saxes (streaming, strict, no entities, no advisory on record) over the platform's own inflate and a
 * directory reader of ours, not by read-excel-file: that holds every part of a workbook in memory as a whole, where the size
 * that the file claims has to be believed; here each part is cut off while it grows. Formulas are never worked out.
 */

/** What reading the sheets of a workbook needs to know. Texts are read when they are first asked for. */
export interface Workbook {
  readonly file: Blob
  readonly sheets: readonly SheetEntry[]
  /** Days are counted from 1904. */
  readonly is1904: boolean
  /** Whether numbers in a style (`s` of a cell) are dates. */
  readonly isDate: readonly boolean[]
  texts(): Promise<readonly string[]>
}

/** A part of a workbook as a stream. */
export const partChunks = (
  file: Blob,
  entry: ZipEntry,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> => unpackEntry(file, entry, onRead)

type Parts = ReadonlyMap<string, ZipEntry>

async function readPart(file: Blob, parts: Parts, name: string, handlers: XmlHandlers): Promise<void> {
  const entry = parts.get(name.toLowerCase())
  if (entry) await readXml(partChunks(file, entry), handlers)
}

/** Targets of the worksheets by the id of their relationship. */
async function targetsOf(file: Blob, parts: Parts): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  await readPart(file, parts, 'xl/_rels/workbook.xml.rels', {
    open(name, { Id: id, Target: target, Type: type }) {
      if (name !== 'Relationship' || !id || !target || !type?.endsWith('/worksheet')) return
      targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
  })
  return targets
}

async function sheetsOf(file: Blob, parts: Parts) {
  const targets = await targetsOf(file, parts)
  const sheets: SheetEntry[] = []
  let is1904 = false
  await readPart(file, parts, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      const entry = parts.get((targets.get(id ?? '') ?? '').toLowerCase())
      if (entry) sheets.push({ name: attributes['name'] ?? '', entry })
    },
  })
  return { sheets, is1904 }
}

async function stylesOf(file: Blob, parts: Parts): Promise<boolean[]> {
  const codes = new Map<number, string>()
  const isDate: boolean[] = []
  let inCells = false
  await readPart(file, parts, 'xl/styles.xml', {
    open(name, attributes) {
      const id = Number(attributes['numFmtId'])
      if (name === 'numFmt') codes.set(id, attributes['formatCode'] ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) isDate.push(isDateFormat(id, codes.get(id)))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return isDate
}

/** Texts that cells share by number, without the readings of Japanese words. */
async function readTexts(file: Blob, parts: Parts): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  let length = 0
  let taken = false
  let spoken = false
  await readPart(file, parts, 'xl/sharedstrings.xml', {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') spoken = true
      taken = name === 't' && !spoken
    },
    text(piece) {
      if (taken) text += piece
    },
    close(name) {
      taken = false
      if (name === 'rPh') spoken = false
      if (name !== 'si') return
      length += text.length
      if (length > SHARED) throw new FileFault('EXPANDS_TOO_MUCH')
      texts.push(text)
    },
  })
  return texts
}

/** Opens a workbook by the entries of its archive. `sheets` is empty where it is none that can be read. Throws FileFault. */
export async function openWorkbook(file: Blob, entries: readonly ZipEntry[]): Promise<Workbook> {
  const parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  const { sheets, is1904 } = await sheetsOf(file, parts)
  const isDate = await stylesOf(file, parts)
  let texts: Promise<string[]> | undefined
  return { file, sheets, is1904, isDate, texts: () => (texts ??= readTexts(file, parts)) }
}
