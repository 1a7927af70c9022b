import { SaxesParser } from 'saxes'
import { FileFault } from '../import/file-fault.ts'

/** What is done with the elements of a part of a workbook; names come without their prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML piece by piece. No entity but the five of XML is known and none is ever declared: a document type ends the
 * reading, as does whatever is not well-formed (FileFault WORKBOOK_DAMAGED).
 */
export function createXmlReader(handlers: XmlHandlers): (bytes: Uint8Array | null) => void {
  const decoder = new TextDecoder()
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  const refuse = (): never => {
    throw new FileFault('WORKBOOK_DAMAGED')
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', ({ name, attributes }) => handlers.open?.(local(name), attributes))
  parser.on('closetag', ({ name }) => handlers.close?.(local(name)))
  if (handlers.text) parser.on('text', (text) => handlers.text?.(text))
  return (bytes) => {
    if (bytes) parser.write(decoder.decode(bytes, { stream: true }))
    else parser.close()
  }
}

/** Reads a whole part. */
export async function readXml(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const read = createXmlReader(handlers)
  for await (const chunk of chunks) read(chunk)
  read(null)
}
