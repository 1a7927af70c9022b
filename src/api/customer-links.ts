import * as v from 'valibot'
import { failure, success } from '../model/outcome.ts'
import { keepApart, mergeCustomers } from '../workspace/customers/change.ts'
import { suggestDuplicates } from '../workspace/customers/duplicates.ts'
import { findCustomer } from '../workspace/customers/profile.ts'
import { changedSchema, changeSchema, customerSchema, keyField, noteSchema } from './customers-schemas.ts'
import { listed, listFields } from './list.ts'
import { defineOperation } from './operation.ts'
import { wholeField } from './schema.ts'

const pair = { customer_id: keyField, into: keyField }

export const mergeCustomersOperation = defineOperation({
  method: 'POST',
  path: '/api/v1/customers/{customer_id}/merge',
  summary: 'Says that a customer is the same person as another; edit_id undoes it',
  input: v.object(pair),
  output: changedSchema,
  example: { customer_id: 2, into: 1 },
  run: ({ workspace }, { customer_id, into }) => mergeCustomers(workspace, customer_id, into),
})

export const keepApartOperation = defineOperation({
  method: 'POST',
  path: '/api/v1/customers/{customer_id}/keep-apart',
  summary: 'Says that two customers are not the same person, so that they are not suggested again',
  input: v.object(pair),
  output: changedSchema,
  example: { customer_id: 2, into: 1 },
  run: ({ workspace }, { customer_id, into }) => keepApart(workspace, customer_id, into),
})

export const listDuplicates = defineOperation({
  method: 'GET',
  path: '/api/v1/customers/duplicates',
  summary: 'Customers that may be one person: same e-mail, phone, or name and country',
  input: v.object({ limit: v.optional(wholeField(1, 1000), 50), customer_id: v.optional(keyField) }),
  output: v.object({
    currency: v.string(),
    items: v.array(
      v.object({
        reason: v.picklist(['email', 'phone', 'name']),
        first: customerSchema,
        second: customerSchema,
      }),
    ),
    total: v.number(),
  }),
  example: { limit: 20 },
  run: async ({ workspace }, { limit, customer_id }) =>
    success(await suggestDuplicates(workspace, limit, customer_id)),
})

export const listEdits = defineOperation({
  method: 'GET',
  path: '/api/v1/edits',
  summary: 'Changes of customers by hand, newest first',
  input: v.object(listFields),
  output: v.object({ items: v.array(changeSchema), total: v.number(), next: v.nullable(v.string()) }),
  example: {},
  run: async ({ workspace }, page) => {
    const edits = (await workspace.edits.list()).toReversed().map(({ id, at, label, edit }) => ({
      id,
      at,
      label,
      action: edit.action,
      fields: 'set' in edit ? Object.keys(edit.set) : [],
    }))
    return listed(edits, page)
  },
})

export const undoEdit = defineOperation({
  method: 'DELETE',
  path: '/api/v1/edits/{id}',
  summary: 'Undoes a change by hand, whenever it was made',
  input: v.object({ id: v.string() }),
  output: v.object({ id: v.string() }),
  example: { id: '0000' },
  run: async ({ workspace }, { id }) =>
    (await workspace.edits.undo(id)) ? success({ id }) : failure('NOT_FOUND', `no edit ${id}`),
})

const noteText = v.pipe(v.string(), v.trim(), v.nonEmpty('a text'), v.maxLength(4000))

export const addNote = defineOperation({
  method: 'POST',
  path: '/api/v1/customers/{customer_id}/notes',
  summary: 'Keeps a remark on a customer',
  input: v.object({ customer_id: keyField, text: noteText }),
  output: noteSchema,
  example: { customer_id: 1, text: 'Prefers to be called in the morning' },
  status: 201,
  async run({ workspace }, { customer_id, text }) {
    const who = await findCustomer(workspace, customer_id)
    if (!who.ok) return who
    const note = { kind: 'customer', identity: who.value.identity, text }
    const { id, at } = await workspace.records('notes').put(note)
    return success({ id, at, text })
  },
})

export const removeNote = defineOperation({
  method: 'DELETE',
  path: '/api/v1/notes/{id}',
  summary: 'Deletes a remark',
  input: v.object({ id: v.string() }),
  output: v.object({ id: v.string() }),
  example: { id: '0000' },
  run: async ({ workspace }, { id }) =>
    (await workspace.records('notes').remove(id)) ? success({ id }) : failure('NOT_FOUND', `no note ${id}`),
})
