import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { success } from '../model/outcome.ts'
import { VERSION } from '../model/version.ts'
import { defineOperation, type Operation } from './operation.ts'
import { recordField } from './schema.ts'

interface JsonSchema {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required?: readonly string[]
}

const schemaOf = (schema: v.GenericSchema, typeMode: 'input' | 'output'): JsonSchema =>
  toJsonSchema(schema, { errorMode: 'ignore', typeMode }) as JsonSchema

const pathParameters = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')

const operationId = ({ method, path }: Operation): string =>
  `${method.toLowerCase()}${path.replaceAll(/[^a-zA-Z0-9]+(\w?)/g, (_, next: string) => next.toUpperCase())}`

const without = (schema: JsonSchema, names: readonly string[]) => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name)),
  ),
  required: (schema.required ?? []).filter((name) => !names.includes(name)),
})

function parametersOf(operation: Operation, input: JsonSchema) {
  const inPath = pathParameters(operation.path)
  const names = operation.method === 'GET' ? Object.keys(input.properties ?? {}) : inPath
  return [...new Set([...inPath, ...names])].map((name) => ({
    name,
    in: inPath.includes(name) ? 'path' : 'query',
    required: inPath.includes(name) || (input.required ?? []).includes(name),
    schema: input.properties?.[name] ?? { type: 'string' },
  }))
}

function describe(operation: Operation) {
  const input = schemaOf(operation.input, 'input')
  const body = without(input, pathParameters(operation.path))
  const hasBody = operation.method !== 'GET' && Object.keys(body.properties).length > 0
  const problem = {
    description: 'A failure',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  return {
    operationId: operationId(operation),
    summary: operation.summary,
    parameters: parametersOf(operation, input),
    ...(hasBody && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: body, example: operation.example } },
      },
    }),
    responses: {
      [String(operation.status ?? 200)]: {
        description: 'The answer',
        content: { 'application/json': { schema: schemaOf(operation.output, 'output') } },
      },
      default: problem,
    },
  }
}

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457 problem document',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    fields: { type: 'object' },
  },
}

/** The OpenAPI 3.1 document of all operations, made from their descriptors. */
function openApiDocument(operations: readonly Operation[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    const path = (paths[operation.path] ??= {})
    path[operation.method.toLowerCase()] = describe(operation)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ventas',
      version: VERSION,
      description: 'Commerce analytics in the browser: the operations of an open tab.',
    },
    paths,
    components: { schemas: { Problem: PROBLEM } },
  }
}

/** The operation that answers the description of all, itself among them. */
export const openApiOperation = (operations: () => readonly Operation[]) =>
  defineOperation({
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This description',
    input: v.object({}),
    output: recordField,
    example: {},
    run: async () => success({ ...openApiDocument(operations()) }),
  })
