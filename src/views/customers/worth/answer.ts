import type { AnswerOf } from '../../../api/client.ts'
import type { getClv } from '../../../api/customer-analytics.ts'

/** What the operations behind this part answer. */
export type Clv = AnswerOf<typeof getClv>
