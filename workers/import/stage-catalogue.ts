import { currencyChoices } from '../../src/import/currency-cells.ts'
import type { FilePreview } from '../../src/model/preview.ts'
import { sourceColumns } from '../../src/import/sources/recognise.ts'
import type { Source } from '../../src/import/sources/source.ts'
import { currencyExponent } from '../../src/model/currency.ts'
import { insertCustomers } from '../../src/query/staging/customers.ts'
import { insertProducts } from '../../src/query/staging/catalogue.ts'
import { loadSlices } from './load-slices.ts'
import { cataloguePreview, rejectedPreview } from './preview-of.ts'
import { execAll, first, step, type StageJob } from './stage-job.ts'

/** A product file names no currency: the user's, the workspace's, or that of the orders in the same drop. */
async function currencyOf({ engine, options, context }: StageJob): Promise<string | null> {
  const known = options.currency ?? context.currency
  if (known) return known
  const row = await first(
    engine.run<{ code: string | null }>({
      sql: 'SELECT mode(currency) AS code FROM stage.orders',
      params: [],
    }),
  )
  return row?.code ?? null
}

/** Stages a file of products or customers of a known layout into `stage.products` or `stage.identities`. */
export async function stageCatalogue(job: StageJob, source: Source): Promise<FilePreview> {
  const raw = `stage.raw_${job.index}`
  const indices = sourceColumns(source.fields, job.sniffed.header)
  const columns = new Map([...indices].map(([field, index]) => [field, `c${index}`] as const))
  const currency = source.kind === 'products' ? await currencyOf(job) : null
  if (source.kind === 'products' && !currency)
    return cataloguePreview(job, source, null, [{ code: 'CURRENCY', choices: currencyChoices([]) }])
  let exists = false
  const loaded = await loadSlices(job, [...new Set(indices.values())], async (select) => {
    await job.engine.exec(
      exists ? `INSERT INTO ${raw} ${select}` : `CREATE OR REPLACE TABLE ${raw} AS ${select}`,
    )
    exists = true
  })
  if (!exists) return rejectedPreview(job.file.name, 'NO_DATA_ROWS', job.sniffed, source.kind)
  await step(job.control, 'group')
  const code = currency ?? 'EUR'
  const statements =
    source.kind === 'products'
      ? insertProducts({ raw, columns, currency: { code, exponent: currencyExponent(code) } })
      : insertCustomers(raw, columns)
  await execAll(job.engine, job.control, statements)
  return cataloguePreview(job, source, loaded, [], currency)
}
