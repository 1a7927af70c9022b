import type { AnswerOf } from '../../../api/client.ts'
import type { getChurn } from '../../../api/customer-analytics.ts'
import type { getRetention } from '../../../api/customer-history.ts'

/** What the operations behind this part answer. */
export type Churn = AnswerOf<typeof getChurn>
export type Retention = AnswerOf<typeof getRetention>
