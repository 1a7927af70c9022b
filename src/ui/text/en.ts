import { analysis } from './en/analysis.ts'
import { clusters } from './en/clusters.ts'
import { cohorts } from './en/cohorts.ts'
import { customers } from './en/customers.ts'
import { counts } from './en/counts.ts'
import { effect } from './en/effect.ts'
import { dashboard } from './en/dashboard.ts'
import { reconcile } from './en/reconcile.ts'
import { facts } from './en/facts.ts'
import { files } from './en/files.ts'
import { demand } from './en/demand.ts'
import { docs } from './en/docs.ts'
import { forecast } from './en/forecast.ts'
import type { Dict } from './translate.ts'
import { clock } from './en/clock.ts'
import { codes } from './en/import-codes.ts'
import { imports } from './en/import.ts'
import { identity } from './en/identity.ts'
import { lock } from './en/lock.ts'
import { metrics } from './en/metrics.ts'
import { models } from './en/models.ts'
import { outlook } from './en/outlook.ts'
import { enFrame } from './en-frame.ts'
import { problems } from './en/problems.ts'
import { query } from './en/query.ts'
import { rates } from './en/rates.ts'
import { safety } from './en/safety.ts'
import { settings } from './en/settings.ts'
import { span } from './en/span.ts'
import { sharing } from './en/sharing.ts'
import { unusual } from './en/unusual.ts'
import { worth } from './en/worth.ts'

export const en: Dict = {
  ...enFrame,
  analysis,
  clusters,
  cohorts,
  customers,
  dashboard,
  import: imports,
  clock,
  codes,
  facts,
  files,
  demand,
  docs,
  forecast,
  models,
  outlook,
  query,
  rates,
  safety,
  settings,
  identity,
  sharing,
  lock,
  counts,
  effect,
  reconcile,
  metrics,
  problems,
  span,
  unusual,
  worth,
}
