import { addDays } from '../../src/model/day.ts'
import type { Task } from './shared-series.ts'

const byWeek = (values: readonly number[]): number[] =>
  Array.from({ length: Math.floor(values.length / 7) }, (_, week) => {
    const first = values.length - 7 * (Math.floor(values.length / 7) - week)
    return values.slice(first, first + 7).reduce((sum, value) => sum + value, 0)
  })

/** A shop's last 60 days, and its last 8 weeks. */
export function shopTasks(
  start: string,
  values: readonly number[],
  country: string,
): { daily: Task; weekly: Task } {
  const weeks = byWeek(values)
  const [train, test] = [values.slice(0, -60), values.slice(-60)]
  const firstWeek = addDays(start, values.length % 7)
  return {
    daily: { id: 'daily', train, test, frequency: 'D', lag: 7, start, country },
    weekly: {
      id: 'weekly',
      train: weeks.slice(0, -8),
      test: weeks.slice(-8),
      frequency: 'W',
      lag: 1,
      start: firstWeek,
      country,
    },
  }
}
