import { createAsync, query } from '@solidjs/router'
import type { Client } from '../../api/client.ts'
import { forecastSubjects } from '../../api/forecast-subjects.ts'
import { useShop } from '../shop.tsx'
import type { Question } from './address.ts'

const read = query(async (_version: string, client: Client) => {
  const answer = await client.run(forecastSubjects, { limit: 1000 })
  return answer.ok ? answer.value : { items: [], categories: [], total: 0, next: null }
}, 'forecast-subjects')

/** The shop's products, the most sold first, and its categories. */
export function createSubjects() {
  const shop = useShop()
  const all = createAsync(() => read(shop.version(), shop.client))
  const products = () => all.latest?.items ?? []
  return {
    products,
    categories: () => all.latest?.categories ?? [],
    /** The product or category that a question is about; undefined: the shop. */
    nameOf: (question: Pick<Question, 'product_id' | 'category'>): string | undefined =>
      question.product_id !== undefined
        ? (products().find(({ product_id }) => product_id === question.product_id)?.title ??
          question.product_id)
        : question.category,
  }
}
export type Subjects = ReturnType<typeof createSubjects>
