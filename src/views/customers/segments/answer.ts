import type { AnswerOf } from '../../../api/client.ts'
import type { getRfm } from '../../../api/customer-analytics.ts'

/** What the operations behind this part answer. */
export type Rfm = AnswerOf<typeof getRfm>
