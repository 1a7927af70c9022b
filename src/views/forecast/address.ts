import { useSearchParams } from '@solidjs/router'
import { FREQUENCIES, type Frequency } from '../../analytics/forecast/history.ts'
import { SERIES_MODELS } from '../../analytics/forecast/model.ts'
import type { ModelName } from '../../analytics/forecast/model.ts'
import { TARGETS } from './forecast.ts'
import type { Target } from './forecast.ts'

interface Reach {
  /** Steps that are offered, and the one that is taken unless told. */
  readonly offered: readonly number[]
  readonly usual: number
  readonly most: number
}

/** How far a forecast goes, by how often the series is observed. */
export const REACH: Readonly<Record<Frequency, Reach>> = {
  H: { offered: [24, 48, 168, 336], usual: 48, most: 1000 },
  D: { offered: [7, 30, 90, 180, 365], usual: 30, most: 365 },
  W: { offered: [4, 13, 26, 52], usual: 13, most: 104 },
  M: { offered: [3, 6, 12, 24], usual: 12, most: 60 },
  Q: { offered: [2, 4, 8], usual: 4, most: 20 },
  Y: { offered: [1, 2, 3], usual: 1, most: 10 },
}

/** What is asked for: a figure of the shop, a category or a product, so many steps, by one model or the best. */
export interface Question {
  readonly target: Target
  readonly product_id?: string | undefined
  readonly category?: string | undefined
  readonly frequency: Frequency
  readonly horizon: number
  readonly model: ModelName | 'auto'
}

export type Level = 'shop' | 'category' | 'product'

export const levelOf = ({ product_id, category }: Question): Level =>
  product_id !== undefined ? 'product' : category !== undefined ? 'category' : 'shop'

/** A number of steps that a frequency goes to, or undefined. */
export function readSteps(given: unknown, frequency: Frequency = 'D'): number | undefined {
  const steps = typeof given === 'string' && /^\d{1,4}$/.test(given) ? Number(given) : Number.NaN
  return steps >= 1 && steps <= REACH[frequency].most ? steps : undefined
}

const textOf = (given: unknown): string | undefined => (typeof given === 'string' ? given : undefined)

/** The question in the address. */
export function useQuestion() {
  const [params, setParams] = useSearchParams()
  const question = (): Question => {
    const frequency = FREQUENCIES.find((known) => known === params['every']) ?? 'D'
    const product = textOf(params['product'])
    const category = product === undefined ? textOf(params['category']) : undefined
    return {
      target: TARGETS.find((target) => target === params['target']) ?? 'net_sales',
      ...(product === undefined ? {} : { product_id: product }),
      ...(category === undefined ? {} : { category }),
      frequency,
      horizon: readSteps(params['days'], frequency) ?? REACH[frequency].usual,
      model: SERIES_MODELS.find((model) => model === params['model']) ?? 'auto',
    }
  }
  const show = (next: Question) =>
    setParams(
      {
        target: next.target === 'net_sales' ? null : next.target,
        product: next.product_id ?? null,
        category: next.category ?? null,
        every: next.frequency === 'D' ? null : next.frequency,
        days: next.horizon === REACH[next.frequency].usual ? null : String(next.horizon),
        model: next.model === 'auto' ? null : next.model,
      },
      { scroll: false },
    )
  return { question, change: (part: Partial<Question>) => show({ ...question(), ...part }), show }
}
