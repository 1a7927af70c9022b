import { generateForecastOperation } from '../../api/forecast-generate.ts'
import { MODEL_NAMES } from '../../analytics/forecast/model.ts'
import type { Progress } from '../../model/progress.ts'
import { useText } from '../../ui/text/text.tsx'
import type { Translate } from '../../ui/text/translate.ts'
import { useShop } from '../shop.tsx'
import type { Question } from './address.ts'
import { createOneJob } from './one-job.ts'
import { spanOf, subjectOf } from './words.ts'

/** The training of this tab. */
const job = createOneJob<{ readonly question: Question }>('forecast')

/** How many forecasts were made in this tab: changes when there is a new one to read. */
export const made = job.made
/** Says that forecasts were made elsewhere: in the background, after an import. */
export const noteMade = job.noteMade
export const training = job.running
export const lastFailure = job.fallen

export function phaseOf(t: Translate, { phase }: Progress): string {
  const model = MODEL_NAMES.find((name) => name === phase)
  return model
    ? t('forecast.phase_model', { model: t(`forecast.model_${model}`) })
    : t('forecast.phase_start')
}

/** Trains and predicts; one at a time. */
export function createTraining() {
  const t = useText()
  const { client } = useShop()
  const start = job.createStart()
  return (question: Question, name?: string): Promise<void> => {
    const { target, horizon, frequency } = question
    const asked = {
      ...question,
      level: [80, 95],
      ...(frequency === 'H' ? {} : { regressors: 'auto' as const }),
    }
    return start({
      title: t('forecast.job', { what: subjectOf(t, target, name), span: spanOf(t, horizon, frequency) }),
      about: { question },
      phase: t('forecast.phase_start'),
      tell: (progress) => ({ done: progress.done, total: progress.total, phase: phaseOf(t, progress) }),
      cancelled: { title: t('forecast.cancelled'), detail: t('forecast.cancelledDetail') },
      run: (control) => client.run(generateForecastOperation, asked, control),
    })
  }
}
