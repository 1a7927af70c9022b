import { fitEts } from './ets-fit.ts'
import { flatModel } from './flat-model.ts'
import { bucketOf, inBuckets } from './intermittent.ts'
import { mean } from './statistics.ts'

/**
 * Aggregate, forecast, spread evenly (ADIDA; Nikolopoulos et al., 2011): sums over as many steps as demands lie apart,
 * simple exponential smoothing of these.
 */
export const adida = flatModel('adida', (values) => {
  const bucket = bucketOf(values)
  const sums = inBuckets(values, bucket)
  const form = { error: 'A', trend: 'N', damped: false, season: 'N', length: 1 } as const
  const level = sums.length >= 4 ? fitEts(sums, form).end.level : mean(sums)
  return { rate: Math.max(0, level) / bucket, told: { bucket } }
})
