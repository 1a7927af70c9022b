import { addDays, addMonths, dayNumber, dayOf } from './day.ts'

export const COHORT_STEPS = ['day', 'week', 'month', 'quarter'] as const
export type CohortStep = (typeof COHORT_STEPS)[number]

const monthsOf = (day: string): number => (Number(day.slice(0, 4)) - 1970) * 12 + Number(day.slice(5, 7)) - 1

/** Whole number of a day's step; weeks begin on Monday. The queries count the same. */
export function stepOf(day: string, step: CohortStep): number {
  if (step === 'day') return dayNumber(day)
  if (step === 'week') return Math.floor((dayNumber(day) - 4) / 7)
  return step === 'month' ? monthsOf(day) : Math.floor(monthsOf(day) / 3)
}

/** First day of a step. */
export function stepStart(number: number, step: CohortStep): string {
  if (step === 'day') return dayOf(number)
  if (step === 'week') return dayOf(number * 7 + 4)
  return addMonths('1970-01-01', step === 'month' ? number : number * 3)
}

/** The last step that is over at the end of a day. */
export const lastComplete = (day: string, step: CohortStep): number => stepOf(addDays(day, 1), step) - 1
