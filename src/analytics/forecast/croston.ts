import { flatModel } from './flat-model.ts'
import { CROSTON_ALPHA, crostonRate } from './intermittent.ts'

/** Croston's method for demand with gaps (1972). */
export const croston = flatModel('croston', (values) => ({
  rate: crostonRate(values),
  told: { alpha: CROSTON_ALPHA },
}))
