import type { AnswerOf } from '../../../api/client.ts'
import type { getCohorts } from '../../../api/customer-history.ts'

/** What the operations behind this part answer. */
export type Cohorts = AnswerOf<typeof getCohorts>
