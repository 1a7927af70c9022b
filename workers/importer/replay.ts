import { IDENTITY_COLUMNS, LINE_COLUMNS, ORDER_COLUMNS, PRODUCT_COLUMNS } from '../../src/query/tables.ts'
import { FACT_NAMES, factColumns, type FactName } from '../../src/query/fact-tables.ts'
import { type PresentColumns, presentColumns, selectOfPart } from '../../src/query/part-columns.ts'
import { lookAtParts } from '../../src/query/look-at-parts.ts'
import { partColumnList } from '../../src/query/part-shape.ts'
import type { MergeSession } from './session.ts'

const withIdentity = (columns: Readonly<Record<string, string>>): string =>
  Object.keys(columns)
    .map((name) => (name === 'customer_id' ? 'i.identity' : `t.${name}`))
    .join(', ')

const stagedView = (
  name: 'lines' | 'orders',
  columns: Readonly<Record<string, string>>,
  present: ReadonlySet<string> | undefined,
): string =>
  `CREATE VIEW stage.${name} AS SELECT ${withIdentity(columns)} FROM (SELECT ${partColumnList(columns, present)} FROM source.${name}) t
   LEFT JOIN source.identities i ON i.customer_id = t.customer_id`

const factView = (name: FactName, present: PresentColumns): string => {
  const columns = factColumns(name)
  const select = selectOfPart(columns, 'source', name, present)
  if (!('customer_id' in columns)) return `CREATE VIEW stage.${name} AS ${select}`
  return `CREATE VIEW stage.${name} AS SELECT ${withIdentity(columns)} FROM (${select}) t LEFT JOIN source.identities i ON i.customer_id = t.customer_id`
}

/** Puts an import's own part back into schema `stage`, as if its files had just been read. */
export async function stageSource(session: MergeSession, source: Blob): Promise<void> {
  const { engine } = session
  await engine.attach('source', source)
  const present = (await lookAtParts(engine, ['source'], null)).get('source')?.columns
  const known = await presentColumns(engine, ['source'])
  const people = Object.keys(IDENTITY_COLUMNS).filter((name) => name !== 'customer_id')
  for (const sql of [
    'CREATE SCHEMA stage',
    stagedView('lines', LINE_COLUMNS, present?.lines),
    stagedView('orders', ORDER_COLUMNS, present?.orders),
    ...FACT_NAMES.map((name) => factView(name, known)),
    `CREATE VIEW stage.products AS SELECT ${Object.keys(PRODUCT_COLUMNS).join(', ')} FROM source.products`,
    `CREATE VIEW stage.identities AS SELECT ${people.join(', ')} FROM source.identities`,
  ])
    await engine.exec(sql)
}
