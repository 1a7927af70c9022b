import { countPersonal, type PersonalColumn } from '../query/personal-columns.ts'
import { currentManifest } from '../store/generations.ts'
import { aliasOf } from './live-views.ts'
import type { Session } from './session.ts'

/**
 * The personal columns in the parts of a workspace, counted by the engine that has them open; with `redacted`, those
 * that a file without personal data would hold. Null where it is not the open workspace, or its engine does not run.
 */
export async function personalInParts(
  session: Session,
  id: string,
  redacted: boolean,
): Promise<readonly PersonalColumn[] | null> {
  const { row, database, live } = session.current()
  if (row.id !== id || !database) return null
  try {
    const { people, facts } = (await currentManifest(database)).parts
    const engine = await live.engine()
    const counted: PersonalColumn[] = []
    for (const part of [people, facts])
      if (part) counted.unshift(...(await countPersonal(engine, aliasOf(part), redacted)))
    return counted
  } catch {
    return null
  }
}
