import type { AnswerOf } from '../../api/client.ts'
import type { getModel } from '../../api/kept-records.ts'
import { TASKS } from '../../model/task.ts'
import { FREQUENCIES } from '../../analytics/forecast/history.ts'
import { MODEL_NAMES } from '../../analytics/forecast/model.ts'
import type { Formats } from '../../ui/text/format.ts'
import type { Translate } from '../../ui/text/translate.ts'

/** A kept model or a log of a training; records of other versions may lack any of it. */
export type Kept = AnswerOf<typeof getModel>
/** Scores of a model on steps that it had not seen. */
export type Scores = NonNullable<Kept['leaderboard']>[number]

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
  const every = FREQUENCIES.find((frequency) => frequency === kept.frequency && frequency !== 'D')
  const parts = [
    target ? t(`forecast.${target}`) : taskName(t, kept.task),
    kept.product_id ?? kept.category,
    every && t(`span.every_${every}`),
    methodName(t, kept.model),
  ]
  return parts.filter(Boolean).join(' · ')
}

/** First and last day of what it learnt from. */
export const periodOf = (format: Formats, { trained_on }: Kept): string =>
  trained_on?.from && trained_on.to ? format.dayRange(trained_on.from, trained_on.to) : '–'
