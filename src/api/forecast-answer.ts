import type * as v from 'valibot'
import type { KeptPrediction } from '../workspace/forecast/kept.ts'
import { copied } from './copied.ts'
import type { predictionOutput } from './forecast-schemas.ts'

type Answer = v.InferInput<typeof predictionOutput>

/** A kept prediction as the API answers it: what an earlier answer said, with what answers of earlier versions did not say. */
export function predictionAnswer({ data, ...kept }: KeptPrediction): Answer {
  const said = data['answer'] as Partial<Answer>
  const value = kept.points.reduce((sum, point) => sum + point.value, 0)
  return {
    frequency: 'D',
    regressors: [],
    findings: [],
    stock_outs: [],
    cut_short: false,
    total: { value, intervals: {} },
    ...said,
    prediction_id: kept.prediction_id,
    model_id: kept.model_id,
    points: copied(kept.points),
  } as Answer
}
