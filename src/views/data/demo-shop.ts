import customersUrl from '../../../sample-data/customers_export.csv?url'
import ordersUrl from '../../../sample-data/orders_export_1.csv.gz?url'
import productsUrl from '../../../sample-data/products_export.csv?url'
import type { Client } from '../../api/client.ts'
import { createWorkspace, listWorkspaces, openWorkspaceById } from '../../api/workspaces.ts'
import { type Outcome, failure, success } from '../../model/outcome.ts'
import type { Control } from './long-work.ts'

/** Time zone of the demo shop: its files say their offset, this is the clock that its days are counted by. */
export const DEMO_TIME_ZONE = 'Europe/Madrid'

const FILES = [
  { name: 'orders_export_1.csv', url: ordersUrl },
  { name: 'products_export.csv', url: productsUrl },
  { name: 'customers_export.csv', url: customersUrl },
]

const GZIP = [0x1f, 0x8b]

/** Some hosts unpack `.gz` on the way and some do not: the content says which. */
async function unpacked(content: Blob): Promise<Blob> {
  const head = new Uint8Array(await content.slice(0, 2).arrayBuffer())
  if (!GZIP.every((byte, index) => head[index] === byte)) return content
  return new Response(content.stream().pipeThrough(new DecompressionStream('gzip'))).blob()
}

async function fetchFile({ name, url }: (typeof FILES)[number], signal: AbortSignal): Promise<File> {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`${name}: ${response.status}`)
  return new File([await unpacked(await response.blob())], name, { type: 'text/csv' })
}

/** The files of the demo shop, as a merchant would have them. NOT_FOUND when they cannot be fetched, CANCELLED. */
export async function fetchDemoFiles({ signal, onProgress }: Control): Promise<Outcome<readonly File[]>> {
  const files: File[] = []
  try {
    for (const file of FILES) {
      onProgress({ done: files.length, total: FILES.length, phase: 'fetch' })
      files.push(await fetchFile(file, signal))
    }
    return success(files)
  } catch (cause) {
    return signal.aborted ? failure('CANCELLED', 'cancelled') : failure('NOT_FOUND', String(cause))
  }
}

/** Opens the demo workspace, which is made when there is none. `found`: it was there before. */
export async function openDemoWorkspace(
  client: Client,
  name: string,
): Promise<Outcome<{ readonly id: string; readonly found: boolean }>> {
  const list = await client.run(listWorkspaces, { limit: 1000 })
  if (!list.ok) return list
  const known = list.value.items.find(({ demo }) => demo)
  const made = known ? success(known) : await client.run(createWorkspace, { name, demo: true })
  if (!made.ok) return made
  const opened = await client.run(openWorkspaceById, { id: made.value.id })
  return opened.ok ? success({ id: made.value.id, found: known !== undefined }) : opened
}
