import * as v from 'valibot'
import { readCustomerOrder } from '../model/customer-sort.ts'
import { invalidFields, success } from '../model/outcome.ts'
import { changeCustomer, createCustomer, hideCustomer } from '../workspace/customers/change.ts'
import {
  directoryChoices,
  listCustomers as listed,
  openDirectory,
  scoreDirectory,
} from '../workspace/customers/directory.ts'
import { predictDirectory } from '../workspace/customers/predicted.ts'
import { customerProfile } from '../workspace/customers/profile.ts'
import {
  changedSchema,
  currencyAsked,
  customersSchema,
  filterFields,
  keyField,
  personFields,
  profileSchema,
  sortField,
  waitField,
} from './customers-schemas.ts'
import { defineOperation } from './operation.ts'
import { offsetOf, pageFields } from './schema.ts'

export const listCustomers = defineOperation({
  method: 'GET',
  path: '/api/v1/customers',
  summary: 'Customers by search, filters and sort, with what all that are found add up to',
  input: v.object({
    ...filterFields,
    ...pageFields,
    sort: sortField,
    currency: currencyAsked,
    predictions: waitField,
  }),
  output: customersSchema,
  example: { q: 'ana', orders_min: 2, sort: '-net_sales', limit: 50 },
  run: async ({ workspace }, { sort, cursor, ...input }) =>
    success(await listed(workspace, { ...input, order: readCustomerOrder(sort), offset: offsetOf(cursor) })),
})

const choice = v.object({ value: v.string(), customers: v.number() })

export const customerChoices = defineOperation({
  method: 'GET',
  path: '/api/v1/customers/choices',
  summary: 'Countries and tags by which customers can be filtered, and the orders without a customer',
  input: v.object({ currency: currencyAsked }),
  output: v.object({
    currency: v.string(),
    countries: v.array(choice),
    tags: v.array(choice),
    anonymous: v.object({ orders: v.number(), net_sales: v.number() }),
  }),
  example: {},
  run: async ({ workspace }, { currency }) => success(await directoryChoices(workspace, currency)),
})

export const scoreCustomers = defineOperation({
  method: 'POST',
  path: '/api/v1/customers/score',
  summary: 'Works out segments and scores by rule, so that lists can be narrowed and sorted by them',
  input: v.object({}),
  output: v.object({ scored: v.boolean() }),
  example: {},
  async run({ workspace }) {
    await scoreDirectory(workspace)
    return success({ scored: true })
  },
})

export const predictCustomers = defineOperation({
  method: 'POST',
  path: '/api/v1/customers/predict',
  summary:
    'Works out worth, risk of leaving and next order of everybody, so that lists can be narrowed and sorted by them',
  input: v.object({}),
  output: v.object({ predicted: v.boolean() }),
  example: {},
  async run({ workspace }, _input, control) {
    const made = await predictDirectory(workspace, await openDirectory(workspace), control)
    return made.ok ? success({ predicted: made.value }) : made
  },
})

const keyInput = { customer_id: keyField }

export const getCustomer = defineOperation({
  method: 'GET',
  path: '/api/v1/customers/{customer_id}',
  summary: 'One customer: orders, preferences, changes by hand, notes',
  input: v.object({ ...keyInput, currency: currencyAsked, predictions: waitField }),
  output: profileSchema,
  example: { customer_id: 1 },
  run: ({ workspace }, { customer_id, ...asked }) => customerProfile(workspace, customer_id, asked),
})

const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields

export const createCustomerOperation = defineOperation({
  method: 'POST',
  path: '/api/v1/customers',
  summary: 'Makes a customer by hand; edit_id undoes it',
  input: v.object(personFields),
  output: changedSchema,
  example: { name: 'Ana Ruiz', email: 'ana@example.com' },
  status: 201,
  run: async ({ workspace }, person) =>
    (person.name ?? person.email ?? person.phone)
      ? createCustomer(workspace, given(person))
      : invalidFields({ name: 'a name, an e-mail or a phone' }),
})

export const changeCustomerOperation = defineOperation({
  method: 'PATCH',
  path: '/api/v1/customers/{customer_id}',
  summary: 'Changes fields of a customer, laid over what imports say; edit_id undoes it',
  input: v.object({ ...keyInput, ...personFields }),
  output: changedSchema,
  example: { customer_id: 1, phone: '+34 600 000 000' },
  run: async ({ workspace }, { customer_id, ...person }) =>
    Object.keys(given(person)).length > 0
      ? changeCustomer(workspace, customer_id, given(person))
      : invalidFields({ input: 'nothing to change' }),
})

export const replaceCustomerOperation = defineOperation({
  method: 'PUT',
  path: '/api/v1/customers/{customer_id}',
  summary: 'Sets all fields of a customer that can be changed: what is not given is cleared',
  input: v.object({ ...keyInput, ...personFields }),
  output: changedSchema,
  example: { customer_id: 1, name: 'Ana Ruiz', email: 'ana@example.com' },
  run: ({ workspace }, { customer_id, name, email, phone, country, tags }) =>
    changeCustomer(workspace, customer_id, {
      name: name ?? null,
      email: email ?? null,
      phone: phone ?? null,
      country: country ?? null,
      tags: tags ?? [],
    }),
})

export const removeCustomerOperation = defineOperation({
  method: 'DELETE',
  path: '/api/v1/customers/{customer_id}',
  summary: 'Takes a customer off every list; orders and totals stay, edit_id undoes it',
  input: v.object(keyInput),
  output: changedSchema,
  example: { customer_id: 1 },
  run: ({ workspace }, { customer_id }) => hideCustomer(workspace, customer_id),
})
