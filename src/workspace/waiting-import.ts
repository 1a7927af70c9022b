import type { Control } from '../jobs/control.ts'
import type { Importer, PreviewResult } from '../jobs/importer.ts'
import { axesOf } from '../model/definitions.ts'
import { answersAsOptions } from '../model/answers.ts'
import { failure, type Outcome, success } from '../model/outcome.ts'
import type { ImportOptions } from '../model/preview.ts'
import { currentManifest } from '../store/generations.ts'
import type { ManifestRow } from '../store/records.ts'
import { readSettings } from '../store/settings.ts'
import type { WorkspaceDatabase } from '../store/workspace-database.ts'
import { erasedLists } from './privacy/erased-list.ts'
import { recipeOptions } from './recipes.ts'
import { existingParts, findPartIn } from './existing-parts.ts'

/** An import that was looked at and not yet committed. */
export interface PendingImport extends PreviewResult {
  readonly id: string
  readonly options: ImportOptions
}

/** What looking at files needs of a workspace. */
export interface LookHost {
  readonly database: WorkspaceDatabase
  readonly browserZone: string
}

export interface Waiting extends PendingImport {
  readonly given: readonly File[]
  readonly base: ManifestRow
  /** The importer no longer has what it read of the files: they are read again before the commit. */
  readonly gone: boolean
}

const OVERTAKEN = () => failure('CONFLICT', 'other files were looked at meanwhile; look at these again')

const today = (): string => new Date().toISOString().slice(0, 10)

async function look(
  host: LookHost,
  importer: Importer,
  id: string,
  given: readonly File[],
  options: ImportOptions,
  control?: Control,
) {
  const settings = await readSettings(host.database)
  const base = await currentManifest(host.database)
  const existing = await existingParts(base.parts, findPartIn(host.database))
  const context = {
    timeZone: settings.time_zone ?? options.time_zone ?? host.browserZone,
    zoneIsFixed: settings.time_zone !== null || options.time_zone !== undefined,
    files: given.length,
    currency: settings.currency,
    asOf: today(),
    recipes: recipeOptions(await host.database.records('recipes').toArray()),
  }
  const erased = await erasedLists(host.database)
  const axes = settings.definitions && axesOf(settings.definitions)
  const input = { id, files: given, options, context, existing, erased, axes }
  const outcome = await importer.call('preview', input, control)
  return outcome.ok ? success({ base, result: outcome.value }) : outcome
}

/** The desk on which one import lies at a time; a new look drops the one before. */
export interface Desk {
  /** The import that waits, if it is this one. */
  waiting(id: string): Waiting | undefined
  look(given: readonly File[], options: ImportOptions, control?: Control): Promise<Outcome<Waiting>>
  /** As it was seen, or seen anew where there are answers or the importer has lost it. */
  answered(
    current: Waiting,
    answers: Readonly<Record<string, string>>,
    control?: Control,
  ): Promise<Outcome<Waiting>>
  /** The importer no longer has what it read of the import that waits. */
  lose(): void
  clear(id: string): void
}

/** Makes an empty desk; `importer` reads the files. */
export function createDesk(host: LookHost, importer: Importer): Desk {
  let waiting: Waiting | undefined
  let latest = ''

  const lookAt = async (id: string, given: readonly File[], options: ImportOptions, control?: Control) => {
    latest = id
    const seen = await look(host, importer, id, given, options, control)
    if (latest !== id) return OVERTAKEN()
    if (!seen.ok) return seen
    waiting = { id, options, given, base: seen.value.base, gone: false, ...seen.value.result }
    return success(waiting)
  }

  const desk: Desk = {
    waiting: (id) => (waiting?.id === id ? waiting : undefined),
    look(given, options, control) {
      waiting = undefined
      return lookAt(crypto.randomUUID(), given, options, control)
    },
    async answered(current, answers, control) {
      if (!current.gone && Object.keys(answers).length === 0) return success(current)
      desk.lose()
      return lookAt(current.id, current.given, answersAsOptions(current.options, answers), control)
    },
    lose: () => void (waiting &&= { ...waiting, gone: true }),
    clear: (id) => void (desk.waiting(id) && (waiting = undefined)),
  }
  return desk
}
