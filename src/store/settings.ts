import type { Definitions } from '../model/definitions.ts'
import type { IdentityRule } from '../model/identity-rule.ts'
import type { WorkspaceDatabase } from './workspace-database.ts'

/** What a workspace is set to. `null`: not decided yet; the first import decides. */
export interface Settings {
  readonly currency: string | null
  readonly time_zone: string | null
  readonly last_export_at: string | null
  /** What counts as a sale; null: as the files' own platforms have it. */
  readonly definitions: Definitions | null
  /** Whether kept forecasts learn anew in the background when new orders have come in. */
  readonly forecasts_on_import: boolean
  /** The currency that all others are converted into at the workspace's rates; null: currencies stay apart. */
  readonly reporting_currency: string | null
  /** The zone that days were cut by anew since imports were made in another; null: they are as imported. */
  readonly days_by: string | null
  /** Who counts as one customer; null: by e-mail, else phone, else the platform's id. */
  readonly identity_rule: IdentityRule | null
}

const DEFAULTS: Settings = {
  currency: null,
  time_zone: null,
  last_export_at: null,
  definitions: null,
  forecasts_on_import: true,
  reporting_currency: null,
  days_by: null,
  identity_rule: null,
}

export async function readSettings(database: WorkspaceDatabase): Promise<Settings> {
  const rows = await database.settings.bulkGet(Object.keys(DEFAULTS))
  const given = rows.flatMap((row) => (row ? [[row.key, row.value] as const] : []))
  return { ...DEFAULTS, ...Object.fromEntries(given) }
}

export async function writeSettings(database: WorkspaceDatabase, change: Partial<Settings>): Promise<void> {
  await database.settings.bulkPut(Object.entries(change).map(([key, value]) => ({ key, value })))
}
