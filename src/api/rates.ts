import * as v from 'valibot'
import { failure, invalidFields, success } from '../model/outcome.ts'
import {
  addRates,
  conversionWith,
  listRates,
  type RatesState,
  ratesState,
  readRatesFor,
  removeRates,
  reportIn,
} from '../workspace/rates.ts'
import { defineOperation } from './operation.ts'
import { booleanField, currencyField, dayField, pageFields, pageOf } from './schema.ts'

const dayOrNull = v.nullable(v.string())

const stateSchema = v.object({
  reporting_currency: v.nullable(v.string()),
  currencies: v.array(
    v.object({
      currency: v.string(),
      orders: v.number(),
      net_sales: v.number(),
      first_day: v.string(),
      last_day: v.string(),
      converted: v.nullable(v.number()),
      apart: v.nullable(
        v.object({
          orders: v.number(),
          net_sales: v.number(),
          first_day: dayOrNull,
          last_day: dayOrNull,
        }),
      ),
    }),
  ),
  sum: v.nullable(v.object({ orders: v.number(), net_sales: v.number() })),
})
export type RatesStateAnswer = v.InferOutput<typeof stateSchema>

const listSchema = v.object({
  id: v.string(),
  at: v.string(),
  label: v.string(),
  rates: v.number(),
  pairs: v.array(v.string()),
  first_day: v.string(),
  last_day: v.string(),
})

const stated = (state: RatesState): RatesStateAnswer => ({
  ...state,
  sum: state.sum && { ...state.sum },
  currencies: state.currencies.map((one) => ({ ...one, apart: one.apart && { ...one.apart } })),
})

const entryField = v.object({
  day: dayField,
  base: currencyField,
  quote: currencyField,
  rate: v.pipe(v.number(), v.finite(), v.gtValue(0)),
})

export const getRates = defineOperation({
  method: 'GET',
  path: '/api/v1/rates',
  summary:
    'The dated exchange rates that were given, newest list first, and what they convert in which currency',
  input: v.object(pageFields),
  output: v.object({
    ...stateSchema.entries,
    items: v.array(listSchema),
    total: v.number(),
    next: v.nullable(v.string()),
  }),
  example: {},
  async run({ workspace }, page) {
    const lists = (await listRates(workspace)).map(({ id, at, label, entries }) => {
      const days = entries.map(({ day }) => day).toSorted()
      return {
        id,
        at,
        label,
        rates: entries.length,
        pairs: [...new Set(entries.map(({ base, quote }) => `${base}/${quote}`))],
        first_day: days[0] ?? '',
        last_day: days.at(-1) ?? '',
      }
    })
    const listed = pageOf(lists, page)
    return success({ ...stated(await ratesState(workspace)), ...listed })
  },
})

const addInput = v.object({
  /** Lines such as `2024-03-01 USD 0.92`, or the table of a central bank. */
  text: v.optional(v.pipe(v.string(), v.maxLength(20_000_000))),
  rates: v.optional(v.array(entryField)),
  /** The other currency of lines that name only one. */
  other: v.optional(v.nullable(currencyField), null),
  unit: v.optional(v.picklist(['line', 'other']), 'line'),
  label: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  reporting_currency: v.optional(v.nullable(currencyField)),
  preview: v.optional(booleanField, false),
})

export const postRates = defineOperation({
  method: 'POST',
  path: '/api/v1/rates',
  summary: 'Keeps dated exchange rates, or tells with `preview` what they would make of the figures',
  input: addInput,
  output: v.object({
    id: v.nullable(v.string()),
    applied: v.boolean(),
    read: v.number(),
    unused: v.number(),
    refused: v.array(v.object({ line: v.number(), text: v.string(), code: v.string() })),
    after: stateSchema,
  }),
  example: { text: '2024-03-01 USD EUR 0.92', reporting_currency: 'EUR', preview: true },
  async run({ workspace }, { text, rates, other, unit, label, reporting_currency: to, preview }) {
    const read = text === undefined ? null : await readRatesFor(workspace, text, { other, unit })
    const entries = [...(rates ?? []), ...(read?.entries ?? [])]
    const told = {
      read: entries.length,
      unused: read?.unused ?? 0,
      refused: (read?.refused ?? []).slice(0, 100).map((row) => ({ ...row })),
    }
    if (!preview && entries.length === 0) return failure('VALIDATION', 'no rate could be read', told)
    const target = to === undefined ? (await workspace.settings()).reporting_currency : to
    if (preview) {
      const asked = target ? await conversionWith(workspace, target, entries) : undefined
      return success({ id: null, applied: false, ...told, after: stated(await ratesState(workspace, asked)) })
    }
    const added = await addRates(workspace, entries, label, to)
    if (!added.ok) return added
    return success({ id: added.value, applied: true, ...told, after: stated(await ratesState(workspace)) })
  },
})

export const deleteRates = defineOperation({
  method: 'DELETE',
  path: '/api/v1/rates/{id}',
  summary:
    'Takes a list of rates away; every figure follows. Answers the rates, so that they can be given again',
  input: v.object({ id: v.string() }),
  output: v.object({ id: v.string(), label: v.string(), rates: v.array(entryField) }),
  example: { id: '0000' },
  async run({ workspace }, { id }) {
    const removed = await removeRates(workspace, id)
    if (!removed.ok) return removed
    return success({
      id,
      label: removed.value.label,
      rates: removed.value.entries.map((one) => ({ ...one })),
    })
  },
})

export const putReportingCurrency = defineOperation({
  method: 'PUT',
  path: '/api/v1/reporting-currency',
  summary:
    'Counts all currencies in one, at the rate of the day of each order; null keeps them apart. With `preview` only tells',
  input: v.object({ currency: v.nullable(currencyField), preview: v.optional(booleanField, false) }),
  output: v.object({ applied: v.boolean(), after: stateSchema }),
  example: { currency: 'EUR', preview: true },
  async run({ workspace }, { currency, preview }) {
    if (preview) {
      if (!currency)
        return invalidFields({ currency: 'nothing to preview: without it currencies stay apart' })
      const asked = await conversionWith(workspace, currency, [])
      return success({ applied: false, after: stated(await ratesState(workspace, asked)) })
    }
    const changed = await reportIn(workspace, currency)
    if (!changed.ok) return changed
    return success({ applied: true, after: stated(await ratesState(workspace)) })
  },
})
