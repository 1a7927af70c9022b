import { copiesToKeep, newestFirst } from '../../model/rescue-rule.ts'
import type { PartRow } from '../records.ts'
import { type CopyContent, nameOf, readCopy } from './copy.ts'
import { rescueFolder } from './folder.ts'

const instantOf = (name: string): string => name.replace(/\.json$/, '').replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:')

/** When the rescue copies of a workspace were made, newest first. */
export async function listCopies(workspace: string): Promise<string[]> {
  const names = await rescueFolder(workspace, 'copies').names()
  const made = names.filter((name) => name.endsWith('.json')).map(instantOf)
  return [...newestFirst(made, new Date().toISOString())]
}

/** The copies that can be read, newest state first; damaged ones are left out. */
export async function readableCopies(workspace: string): Promise<CopyContent[]> {
  const copies: CopyContent[] = []
  for (const madeAt of await listCopies(workspace)) {
    const copy = await readCopy(workspace, madeAt).catch(() => null)
    if (copy) copies.push(copy)
  }
  // Whatever the clock said: a later generation is the later state.
  return copies.toSorted((a, b) => b.generation - a.generation)
}

/** Deletes the copies that the rule does not keep, then the parts and refused rows that no copy names. */
export async function pruneCopies(workspace: string, keep: readonly string[]): Promise<void> {
  const folder = rescueFolder(workspace, 'copies')
  const kept = new Set(keep.map(nameOf))
  for (const name of await folder.names()) if (!kept.has(name)) await folder.remove(name)
  const copies = await readableCopies(workspace)
  // A copy that cannot be read still may be mended by hand: its parts stay.
  if (copies.length < keep.length) return
  const named = {
    parts: new Set(
      copies.flatMap(({ tables }) => ((tables['parts'] ?? []) as PartRow[]).map(({ id }) => id)),
    ),
    refused: new Set(
      copies.flatMap(({ tables }) =>
        ((tables['refused'] ?? []) as { import: string }[]).map((row) => row.import),
      ),
    ),
  }
  for (const kind of ['parts', 'refused'] as const) {
    const files = rescueFolder(workspace, kind)
    for (const name of await files.names()) if (!named[kind].has(name)) await files.remove(name)
  }
}

/** Applies the rule of how many copies stay (DESIGN §3), as days are counted on this device. */
export async function keepByRule(workspace: string, now: Date): Promise<void> {
  const dayOf = (instant: string) => new Date(instant).toLocaleDateString('sv')
  const made = await listCopies(workspace)
  const keep = copiesToKeep(made, now.toISOString(), dayOf)
  if (keep.length < made.length) await pruneCopies(workspace, keep)
}
