import { predictChurn } from '../src/analytics/customers/churn/churn.ts'
import { segmentCustomers } from '../src/analytics/customers/cluster/segment.ts'
import { type Pace, Stopped } from '../src/analytics/customers/pace.ts'
import { estimateWorth } from '../src/analytics/customers/worth/worth.ts'
import { failure, type Outcome, success } from '../src/model/outcome.ts'
import type { Job } from './contract.ts'
import { serve } from './serve.ts'

/** Makes a call of work that paces itself: progress goes out, a cancel comes in between its steps. */
const paced =
  <Input, Value>(work: (input: Input, pace: Pace) => Promise<Value>) =>
  async (input: Input, job: Job): Promise<Outcome<Value>> => {
    const pause: Pace['pause'] = async (phase, done, total) => {
      await job.beat({ done, total, phase })
      return job.stop.aborted
    }
    try {
      return success(await work(input, { pause }))
    } catch (cause) {
      if (cause instanceof Stopped) return failure('CANCELLED', 'cancelled by the caller')
      throw cause
    }
  }

const calls = {
  segment: paced(segmentCustomers),
  worth: paced(estimateWorth),
  churn: paced(predictChurn),
}
export type TrainerCalls = typeof calls
serve(calls)
