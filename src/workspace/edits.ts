import { type CustomerEdit, foldEdits, type Overlay } from '../model/customer-edit.ts'
import type { IdentityRule } from '../model/identity-rule.ts'
import { baseOf, overlayViews, tagTable } from '../query/edits/overlay.ts'
import type { StoredRecord } from '../store/records.ts'
import type { LayOver } from './live-views.ts'
import type { Records } from './stored-records.ts'

/** An edit as it is kept: `n` orders them, `label` says who it was about when it was made. */
export interface KeptEdit {
  readonly id: string
  readonly at: string
  readonly n: number
  readonly label: string
  readonly edit: CustomerEdit
}

/** Changes of customers by hand: laid over what imports brought, kept apart from it, each can be undone. */
export interface Edits {
  /** Oldest first. */
  list(): Promise<readonly KeptEdit[]>
  overlay(): Promise<Overlay>
  /** Keeps an edit and shows it everywhere. */
  add(edit: CustomerEdit, label: string): Promise<KeptEdit>
  /** Takes one back, whenever it was made. False when there is none of that id. */
  undo(id: string): Promise<boolean>
  /** Rises with every edit seen by this tab. */
  revision(): number
  /** Statements that show the edits in an engine. */
  readonly layOver: LayOver
  close(): void
}

const KIND = 'customer'

const keptOf = ({ id, at, data }: StoredRecord): KeptEdit => ({
  id,
  at,
  n: Number(data['n'] ?? 0),
  label: String(data['label'] ?? ''),
  edit: data['edit'] as CustomerEdit,
})

const editsAmong = (records: readonly StoredRecord[]): KeptEdit[] =>
  records.filter(({ data }) => data['kind'] === KIND).map(keptOf)

/** Opens the edits of a workspace; `rule` says who is one customer beside what was merged by hand; `onChange` is called when they changed, here or in another tab. */
export function createEdits(
  workspace: string,
  records: Records,
  rule: () => Promise<IdentityRule>,
  onChange: () => Promise<void>,
): Edits {
  const channel = new BroadcastChannel(`ventas-edits-${workspace}`)
  let revision = 0
  const list = async () =>
    editsAmong(await records.list()).toSorted((a, b) => a.n - b.n || a.at.localeCompare(b.at))
  const overlay = async () => foldEdits((await list()).map(({ edit }) => edit))
  const changed = async () => {
    revision += 1
    await onChange()
  }
  const tell = async () => {
    channel.postMessage(revision + 1)
    await changed()
  }
  channel.addEventListener('message', () => void changed())
  return {
    list,
    overlay,
    revision: () => revision,
    async add(edit, label) {
      const record = await records.append((present) => ({
        kind: KIND,
        n: editsAmong(present).reduce((most, { n }) => Math.max(most, n), 0) + 1,
        label,
        edit: { ...edit },
      }))
      await tell()
      return keptOf(record)
    },
    async undo(id) {
      const removed = (await records.get(id))?.data['kind'] === KIND && (await records.remove(id))
      if (removed) await tell()
      return removed
    },
    async layOver(schema, viewsIn) {
      const folded = await overlay()
      const laid = overlayViews(folded, schema, await rule())
      return [...(laid.length > 0 ? [...viewsIn(baseOf(schema)), ...laid] : []), ...tagTable(folded)]
    },
    close: () => channel.close(),
  }
}
