import type { CohortStep } from '../../model/steps.ts'

/** Whole number of a day's step, one more for every next step (`model/steps.ts` counts the same). */
export function stepNumber(day: string, step: CohortStep): string {
  if (step === 'day') return `CAST(${day} - DATE '1970-01-01' AS INTEGER)`
  if (step === 'week') return `CAST(floor((${day} - DATE '1970-01-05') / 7) AS INTEGER)`
  if (step === 'month') return `CAST((year(${day}) - 1970) * 12 + month(${day}) - 1 AS INTEGER)`
  return `CAST((year(${day}) - 1970) * 4 + quarter(${day}) - 1 AS INTEGER)`
}
