import { flatModel } from './flat-model.ts'
import { CROSTON_ALPHA, sbaRate } from './intermittent.ts'

/** Croston's method less its bias (Syntetos and Boylan, 2005). */
export const sba = flatModel('sba', (values) => ({ rate: sbaRate(values), told: { alpha: CROSTON_ALPHA } }))
