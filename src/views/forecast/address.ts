import { useSearchParams } from '@solidjs/router'
import { MODEL_NAMES } from '../../analytics/forecast/model.ts'
import type { ModelName } from '../../analytics/forecast/model.ts'
import { TARGETS } from './forecast.ts'
import type { Target } from './forecast.ts'

export const HORIZONS = ['7', '30', '90', '180', '365'] as const
const USUAL = 30
const MOST = 365

/** What is asked for: a target, so many days, by one model or the best. */
export interface Question {
  readonly target: Target
  readonly days: number
  readonly model: ModelName | 'auto'
}

/** A number of days from 1 to 365, or undefined. */
export function readDays(given: unknown): number | undefined {
  const days = typeof given === 'string' && /^\d{1,3}$/.test(given) ? Number(given) : Number.NaN
  return days >= 1 && days <= MOST ? days : undefined
}

/** The question in the address. */
export function useQuestion() {
  const [params, setParams] = useSearchParams()
  const question = (): Question => ({
    target: TARGETS.find((target) => target === params['target']) ?? 'net_sales',
    days: readDays(params['days']) ?? USUAL,
    model: MODEL_NAMES.find((model) => model === params['model']) ?? 'auto',
  })
  const change = (part: Partial<Question>) => {
    const next = { ...question(), ...part }
    setParams(
      {
        target: next.target === 'net_sales' ? null : next.target,
        days: next.days === USUAL ? null : String(next.days),
        model: next.model === 'auto' ? null : next.model,
      },
      { scroll: false },
    )
  }
  return { question, change }
}
