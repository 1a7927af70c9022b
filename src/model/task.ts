/** What models are trained for, as records and the API name it. */
export const TASKS = [
  'sales_forecast',
  'product_demand',
  'customer_segmentation',
  'customer_churn',
  'customer_worth',
] as const
export type Task = (typeof TASKS)[number]

/** Tasks in which a kept model can be made the one that is always used; the others learn anew with every change of the data. */
const FIXABLE: readonly string[] = ['sales_forecast'] satisfies readonly Task[]

export const isFixable = (task: unknown): boolean => typeof task === 'string' && FIXABLE.includes(task)

/** What a kept model learnt from: days 'YYYY-MM-DD', and a fingerprint that is the same for the same data. */
export interface TrainedOn {
  readonly from: string
  readonly to: string
  /** Days of a series, or customers: what the task counts. */
  readonly days?: number
  readonly customers?: number
  readonly fingerprint: string
}
