import { parameterCount, type GlobalNetwork, type GlobalNetworks } from './network.ts'
import type { NetworkPlan } from './plan.ts'

/** Training as it stands after some steps: all that is needed to go on as if it had not stopped. */
export interface Checkpoint {
  readonly stage: number
  /** Steps done in this stage. */
  readonly step: number
  readonly weights: readonly Float32Array[]
  /** First and second moments of Adam by layer; [] at the start of a stage. */
  readonly adam: readonly Float32Array[]
  /** The networks of the stages that are done. */
  readonly networks: readonly GlobalNetwork[]
  /** Loss of the latest step that was looked at. */
  readonly loss: number
}

export const isTrained = (plan: NetworkPlan, { stage }: Checkpoint): boolean => stage >= plan.stages.length

/** Steps of all stages. */
export const stepsOf = ({ stages }: NetworkPlan): number => stages.reduce((sum, { steps }) => sum + steps, 0)

/** What a training that is done leaves behind for forecasts. */
export const networksOf = (plan: NetworkPlan, { networks }: Checkpoint): GlobalNetworks => ({
  horizon: plan.horizon,
  year: plan.year,
  networks,
  steps: stepsOf(plan),
  parameters: parameterCount(),
})
