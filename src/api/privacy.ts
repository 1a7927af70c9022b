import * as v from 'valibot'
import { csvOf } from '../model/csv.ts'
import { success } from '../model/outcome.ts'
import type { PersonFile } from '../workspace/workspace.ts'
import { keyField } from './customers-schemas.ts'
import { defineOperation } from './operation.ts'
import { booleanField, recordField, wholeField } from './schema.ts'

type Cells = Readonly<Record<string, unknown>>

const cellOf = (value: unknown) =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)
    ? (value as string | number | boolean | null)
    : JSON.stringify(value)

function tableOf(name: string, rows: readonly Cells[]) {
  const head = Object.keys(rows[0] ?? {})
  return {
    name: `${name}.csv`,
    text: csvOf(
      head,
      rows.map((row) => head.map((column) => cellOf(row[column]))),
    ),
  }
}

const tablesOf = ({ customer, also_known_as, orders, order_lines, reviews, records }: PersonFile) => [
  tableOf('customer', [{ ...customer }, ...also_known_as.map((row) => ({ ...row }))]),
  tableOf('orders', orders),
  tableOf('order_lines', order_lines),
  tableOf('reviews', reviews),
  tableOf(
    'records',
    records.map(({ table, record }) => ({ table, id: record.id, at: record.at, data: record.data })),
  ),
]

export const exportPerson = defineOperation({
  method: 'GET',
  path: '/api/v1/customers/{customer_id}/export',
  summary: 'All that is held on one person, as JSON or as CSV files; written into the change history',
  input: v.object({ customer_id: keyField, format: v.optional(v.picklist(['json', 'csv']), 'json') }),
  output: v.union([
    v.object({
      customer: recordField,
      orders: v.array(recordField),
      also_known_as: v.array(recordField),
      order_lines: v.array(recordField),
      reviews: v.array(recordField),
      records: v.array(recordField),
    }),
    v.object({ files: v.array(v.object({ name: v.string(), text: v.string() })) }),
  ]),
  example: { customer_id: 1 },
  async run({ workspace }, { customer_id, format }) {
    const outcome = await workspace.privacy.export(customer_id)
    if (!outcome.ok) return outcome
    const { customer, also_known_as, orders, order_lines, reviews, records } = outcome.value
    if (format === 'csv') return success({ files: tablesOf(outcome.value) })
    return success({
      customer: { ...customer },
      orders: orders.map((row) => ({ ...row })),
      also_known_as: also_known_as.map((row) => ({ ...row })),
      order_lines: order_lines.map((row) => ({ ...row })),
      reviews: reviews.map((row) => ({ ...row })),
      records: records.map(({ table, record }) => ({ table, ...record })),
    })
  },
})

export const erasePerson = defineOperation({
  method: 'POST',
  path: '/api/v1/customers/{customer_id}/erase',
  summary: 'Erases who a person is, everywhere; totals stay as they are. Cannot be undone',
  input: v.object({ customer_id: keyField }),
  output: v.object({ customer_id: v.number(), generation: v.number() }),
  example: { customer_id: 1 },
  async run({ workspace }, { customer_id }, control) {
    const outcome = await workspace.privacy.erase(customer_id, control)
    return outcome.ok ? success({ customer_id, ...outcome.value }) : outcome
  },
})

export const findPeople = defineOperation({
  method: 'POST',
  path: '/api/v1/privacy/find',
  summary: 'People by e-mail, phone, number or whole name; by POST, so that no address of a page holds them',
  input: v.object({ text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)) }),
  output: v.object({ items: v.array(recordField), total: v.number(), next: v.null() }),
  example: { text: 'ana@example.com' },
  async run({ workspace }, { text }) {
    const items = (await workspace.privacy.find(text)).map((row) => ({ ...row }))
    return success({ items, total: items.length, next: null })
  },
})

export const retainPeople = defineOperation({
  method: 'POST',
  path: '/api/v1/privacy/retention',
  summary: 'Who has not ordered for so many months: how many they are and, with apply, erases them',
  input: v.object({ months: wholeField(1, 600), apply: v.optional(booleanField, false) }),
  output: v.object({ before: v.string(), people: v.number(), applied: v.boolean() }),
  example: { months: 36 },
  async run({ workspace }, { months, apply }, control) {
    const outcome = await workspace.privacy.retain(months, apply, control)
    return outcome.ok ? success({ ...outcome.value, applied: apply }) : outcome
  },
})
