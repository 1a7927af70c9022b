import { OPERATIONS } from '../../api/operations.ts'
import { callOperation } from '../../api/call.ts'
import type { Client } from '../../api/client.ts'
import type { Operation } from '../../api/operation.ts'

/** A field of an operation's input, as the page lists it. */
export interface Field {
  readonly name: string
  readonly type: string
  readonly required: boolean
}

/** An operation as the page shows it. */
export interface Described {
  readonly operation: Operation
  readonly fields: readonly Field[]
}

interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

interface Described31 {
  readonly parameters?: readonly {
    readonly name: string
    readonly required: boolean
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } }
}

/** The type of a schema in a few words: `string`, `number[]`, `day | week`. */
export function typeWords(schema: Schema | undefined): string {
  if (!schema) return 'any'
  if (schema.enum) return schema.enum.map(String).join(' | ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeWords))].join(' | ')
  if (schema.type === 'array') return `${typeWords(schema.items)}[]`
  return typeof schema.type === 'string' ? schema.type : (schema.type?.join(' | ') ?? 'any')
}

function fieldsOf(found: Described31 | undefined): Field[] {
  const parameters = (found?.parameters ?? []).map(({ name, required, schema }) => ({
    name,
    required,
    type: typeWords(schema),
  }))
  const body = found?.requestBody?.content['application/json'].schema
  const inBody = Object.entries(body?.properties ?? {}).map(([name, schema]) => ({
    name,
    required: body?.required?.includes(name) ?? false,
    type: typeWords(schema),
  }))
  return [...parameters, ...inBody]
}

/** Every operation with its fields, from the descriptors through the OpenAPI document that is made of them. */
export async function describedOperations(client: Client): Promise<readonly Described[]> {
  const { body } = await callOperation(client.session, 'GET', '/api/openapi.json')
  const { paths } = body as { paths: Record<string, Record<string, Described31>> }
  return OPERATIONS.map((operation) => ({
    operation,
    fields: fieldsOf(paths[operation.path]?.[operation.method.toLowerCase()]),
  }))
}

const isParameter = (path: string, name: string): boolean => path.includes(`{${name}}`)

/** The address of a call and what is left of the input for its query or body. */
export function placed(path: string, input: Readonly<Record<string, unknown>>) {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name] ?? '')),
  )
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !isParameter(path, name)))
  return { address, rest }
}

/** Calls an operation with an input of all its fields, as `window.ventas.call` would. */
export function callWith(
  client: Client,
  { method, path }: Operation,
  input: Readonly<Record<string, unknown>>,
) {
  const { address, rest } = placed(path, input)
  const given = method === 'GET' ? { query: rest as Record<string, string> } : { body: rest }
  return callOperation(client.session, method, address, given)
}
