import { createResource } from 'solid-js'
import type { Client } from '../../api/client.ts'
import { forecastSubjects } from '../../api/forecast-subjects.ts'
import { useShop } from '../shop.tsx'
import type { Question } from './address.ts'

async function read(client: Client) {
  const answer = await client.run(forecastSubjects, { limit: 1000 })
  return answer.ok ? answer.value : undefined
}

/** The shop's products, the most sold first, and its categories; none until they are read: the page does not wait for them. */
export function createSubjects() {
  const shop = useShop()
  const [all] = createResource(
    () => ({ version: shop.version() }),
    () => read(shop.client),
  )
  const known = () => (all.state === 'ready' || all.state === 'refreshing' ? all.latest : undefined)
  const products = () => known()?.items ?? []
  return {
    products,
    categories: () => known()?.categories ?? [],
    /** The product or category that a question is about; undefined: the shop. */
    nameOf: (question: Pick<Question, 'product_id' | 'category'>): string | undefined =>
      question.product_id !== undefined
        ? (products().find(({ product_id }) => product_id === question.product_id)?.title ??
          question.product_id)
        : question.category,
  }
}
export type Subjects = ReturnType<typeof createSubjects>
