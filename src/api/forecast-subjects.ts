import * as v from 'valibot'
import { success } from '../model/outcome.ts'
import { soldSubjects } from '../workspace/forecast/subjects.ts'
import { defineOperation } from './operation.ts'
import { pageFields, pageOf } from './schema.ts'

export const forecastSubjects = defineOperation({
  method: 'GET',
  path: '/api/v1/forecast/subjects',
  summary: 'What can be forecast beside the whole shop: products, the most sold first, and their categories',
  input: v.object({ q: v.optional(v.string(), ''), ...pageFields }),
  output: v.object({
    items: v.array(
      v.object({
        product_id: v.string(),
        title: v.nullable(v.string()),
        category: v.string(),
        units: v.number(),
      }),
    ),
    categories: v.array(v.string()),
    total: v.number(),
    next: v.nullable(v.string()),
  }),
  example: { q: 'mug' },
  async run({ workspace }, { q, ...page }, control) {
    const { products, categories } = await soldSubjects(workspace, q, control)
    const rows = products.map((row) => ({ ...row }))
    return success({ ...pageOf(rows, page), categories })
  },
})
