import { adida } from './adida.ts'
import { autoregression } from './autoregression.ts'
import { croston } from './croston.ts'
import { ets } from './ets.ts'
import { gradientBoosting } from './gradient-boosting.ts'
import { harmonic } from './harmonic.ts'
import { lastYear } from './last-year.ts'
import { linearRegression } from './linear-regression.ts'
import type { Model } from './model.ts'
import { randomForest } from './random-forest.ts'
import { sba } from './sba.ts'
import { seasonalNaive } from './seasonal-naive.ts'
import { theta } from './theta.ts'
import { tsb } from './tsb.ts'
import { weekdayMedian } from './weekday-median.ts'

/** The models that need nothing but arithmetic. The worker adds the neural one; `ensemble` is made of all of them. */
export const MODELS: readonly Model[] = [
  seasonalNaive,
  weekdayMedian,
  lastYear,
  ets,
  theta,
  autoregression,
  harmonic,
  linearRegression,
  randomForest,
  gradientBoosting,
  croston,
  sba,
  tsb,
  adida,
]
