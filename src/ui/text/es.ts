import { analysis } from './es/analysis.ts'
import { clusters } from './es/clusters.ts'
import { cohorts } from './es/cohorts.ts'
import { customers } from './es/customers.ts'
import { counts } from './es/counts.ts'
import { effect } from './es/effect.ts'
import { dashboard } from './es/dashboard.ts'
import { reconcile } from './es/reconcile.ts'
import { facts } from './es/facts.ts'
import { files } from './es/files.ts'
import { demand } from './es/demand.ts'
import { docs } from './es/docs.ts'
import { forecast } from './es/forecast.ts'
import { clock } from './es/clock.ts'
import { codes } from './es/import-codes.ts'
import { imports } from './es/import.ts'
import { identity } from './es/identity.ts'
import { lock } from './es/lock.ts'
import { metrics } from './es/metrics.ts'
import { models } from './es/models.ts'
import { outlook } from './es/outlook.ts'
import { esFrame } from './es-frame.ts'
import { problems } from './es/problems.ts'
import { query } from './es/query.ts'
import { rates } from './es/rates.ts'
import { safety } from './es/safety.ts'
import { settings } from './es/settings.ts'
import { span } from './es/span.ts'
import { sharing } from './es/sharing.ts'
import { unusual } from './es/unusual.ts'
import { worth } from './es/worth.ts'

/** Spanish; the shape of every other language. */
export const es = {
  ...esFrame,
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
