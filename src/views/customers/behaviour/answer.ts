import type { AnswerOf } from '../../../api/client.ts'
import type { getBehaviour } from '../../../api/customer-history.ts'

/** What the operations behind this part answer. */
export type Behaviour = AnswerOf<typeof getBehaviour>
export type Habit = Behaviour['segments'][number]
