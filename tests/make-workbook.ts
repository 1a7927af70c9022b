import { makeZip, type MadeEntry } from './make-zip.ts'

/** A cell: text (shared), number, boolean, a date by its serial, a formula with what it came to (or nothing), nothing. */
export type MadeCell =
  | string
  | number
  | boolean
  | null
  | { readonly date: number }
  | { readonly formula: string; readonly value?: string | number }
  | { readonly inline: string }
  | { readonly error: string }

export interface MadeSheet {
  readonly name: string
  readonly rows: readonly (readonly MadeCell[])[]
  readonly hidden?: boolean
  /** In the place of what the rows would give. */
  readonly xml?: string
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

const column = (index: number): string =>
  (index >= 26 ? column(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

function cellXml(cell: MadeCell, at: string, texts: string[]): string {
  if (cell === null) return ''
  if (typeof cell === 'string') {
    texts.push(cell)
    return `<c r="${at}" t="s"><v>${texts.length - 1}</v></c>`
  }
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if ('date' in cell) return `<c r="${at}" s="1"><v>${cell.date}</v></c>`
  if ('inline' in cell) return `<c r="${at}" t="inlineStr"><is><r><t>${escaped(cell.inline)}</t></r></is></c>`
  if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`
  const value = cell.value === undefined ? '' : `<v>${escaped(String(cell.value))}</v>`
  const type = typeof cell.value === 'string' ? ' t="str"' : ''
  return `<c r="${at}"${type}><f>${escaped(cell.formula)}</f>${value}</c>`
}

function sheetXml({ rows }: MadeSheet, texts: string[]): string {
  const lines = rows.map((cells, index) => {
    if (cells.length === 0) return ''
    const xml = cells.map((cell, at) => cellXml(cell, `${column(at)}${index + 1}`, texts)).join('')
    return `<row r="${index + 1}">${xml}</row>`
  })
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData></worksheet>`
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook for tests, as Excel lays it out. */
export function makeWorkbook(
  sheets: readonly MadeSheet[],
  { name = 'book.xlsx', is1904 = false, more = [] as readonly MadeEntry[] } = {},
): File {
  const texts: string[] = []
  const parts = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    text: sheet.xml ?? sheetXml(sheet, texts),
  }))
  const list = sheets.map(
    (sheet, index) =>
      `<sheet name="${escaped(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"${sheet.hidden ? ' state="hidden"' : ''}/>`,
  )
  const links = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  return makeZip(
    [
      { name: '[Content_Types].xml', text: '<Types/>' },
      {
        name: 'xl/workbook.xml',
        text: `<workbook xmlns:r="${OFFICE}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
      },
      { name: 'xl/_rels/workbook.xml.rels', text: `<Relationships>${links.join('')}</Relationships>` },
      {
        name: 'xl/styles.xml',
        text: '<styleSheet><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>',
      },
      {
        name: 'xl/sharedStrings.xml',
        text: `<sst>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t><rPh><t>yomi</t></rPh></si>`).join('')}</sst>`,
      },
      ...parts,
      ...more,
    ],
    name,
  )
}
