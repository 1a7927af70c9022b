import { TASKS, type TrainedOn } from '../../model/task.ts'
import { MODEL_NAMES } from '../../analytics/forecast/model.ts'
import type { Formats } from '../../ui/text/format.ts'
import type { Translate } from '../../ui/text/translate.ts'

/** Scores of a model on steps that it had not seen. */
export interface Scores {
  readonly model: string
  readonly mase: number | null
  readonly smape: number
  readonly rmse: number
  readonly r2: number | null
  readonly coverage_80: number | null
  readonly seconds: number
}

/** A kept model or a log of a training, as far as the page reads it; records of newer versions may lack any of it. */
export interface Kept {
  readonly created_at: string
  readonly model_id?: string
  readonly log_id?: string
  readonly name?: string
  readonly task?: string
  readonly target?: string
  readonly model?: string
  readonly state?: string
  readonly default?: boolean
  readonly metrics?: Scores | null
  readonly leaderboard?: readonly Scores[]
  readonly explanations?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly trained_on?: Partial<TrainedOn>
  readonly seed?: number
  readonly seconds?: number
  readonly backend?: string | null
  readonly failure?: { readonly code: string; readonly detail: string }
}

/** A task in the words of the page; one of a newer version as it is called. */
export function taskName(t: Translate, task: string | undefined): string {
  const known = TASKS.find((name) => name === task)
  return known ? t(`models.task_${known}`) : (task ?? '–')
}

/** A model's method in the words of the forecast page. */
export function methodName(t: Translate, model: string | undefined): string {
  const known = MODEL_NAMES.find((name) => name === model)
  return known ? t(`forecast.model_${known}`) : (model ?? '–')
}

const TARGETS = ['net_sales', 'orders', 'units'] as const

/** The given name, or one made of what the model is for and how it works. */
export function modelName(t: Translate, kept: Kept): string {
  const made = kept.target && kept.model && kept.name === `${kept.target} ${kept.model}`
  if (kept.name && !made) return kept.name
  const target = TARGETS.find((name) => name === kept.target)
  return `${target ? t(`forecast.${target}`) : taskName(t, kept.task)} · ${methodName(t, kept.model)}`
}

/** First and last day of what it learnt from. */
export const periodOf = (format: Formats, { trained_on }: Kept): string =>
  trained_on?.from && trained_on.to ? format.dayRange(trained_on.from, trained_on.to) : '–'
