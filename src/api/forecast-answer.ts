import type * as v from 'valibot'
import type { KeptPrediction } from '../workspace/forecast/kept.ts'
import { copied } from './copied.ts'
import type { predictionOutput } from './forecast-schemas.ts'

/** A kept prediction as the API answers it. What was kept is what an earlier answer said: its shape is that of the schema. */
export const predictionAnswer = ({ data, ...kept }: KeptPrediction) =>
  ({
    // What answers of earlier versions did not say.
    frequency: 'D',
    regressors: [],
    stock_outs: [],
    total: { value: kept.points.reduce((sum, { value }) => sum + value, 0), intervals: {} },
    ...(data['answer'] as object),
    prediction_id: kept.prediction_id,
    model_id: kept.model_id,
    points: copied(kept.points),
  }) as v.InferInput<typeof predictionOutput>
