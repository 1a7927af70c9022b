import type { Words } from '../reasons.ts'
import { WORTH_MODELS, type WorthModelName } from './buying-model.ts'
import { LEAST_DAYS } from './look-back.ts'
import type { Trial } from './trial.ts'

/** What says how many orders come: a model of buying, or everybody's own rate so far. */
export const WORTH_RULES = [...WORTH_MODELS, 'naive_rate'] as const
export type WorthRule = (typeof WORTH_RULES)[number]

export interface Choice {
  readonly model: WorthModelName
  /** Whether the simple rule stands in the model's place. */
  readonly naive: boolean
  readonly reason: Words
  /** All trials of the choice, by the order of the models; none where history is too short. */
  readonly trials: readonly Trial[]
  /** The chosen model's. */
  readonly trial: Trial | undefined
}

/**
 * Chosen by itself is only a model that lets everybody leave: under BG/NBD whoever ordered once is still there with
 * certainty, however long ago that was.
 */
const CHOSEN_FROM: readonly WorthModelName[] = ['pareto_nbd', 'mbg_nbd']

const nameOf = ({ fitted }: Trial): WorthModelName => fitted.model.name

const likeliest = (trials: readonly Trial[]): Trial | undefined =>
  trials
    .filter((trial) => CHOSEN_FROM.includes(nameOf(trial)))
    .toSorted((a, b) => b.logLikelihood - a.logLikelihood)[0]

/**
 * What is used. Asked for: that model. Else, by days that neither fit nor hold-out rests on, the model that makes them
 * likeliest, and the simple rule where its squared error is smaller there: a worth is a mean, and the mean is what
 * squared errors reward. Without such days MBG/NBD, which has an answer for everybody.
 */
export function chooseRule(asked: WorthModelName | 'auto', trials: readonly Trial[]): Choice {
  if (asked !== 'auto') {
    const trial = trials.find((one) => nameOf(one) === asked)
    return { model: asked, naive: false, reason: { code: 'ASKED_FOR', params: {} }, trials, trial }
  }
  const trial = likeliest(trials)
  if (!trial) {
    const reason = { code: 'TOO_LITTLE_DATA', params: { needed_days: 3 * LEAST_DAYS } }
    return { model: 'mbg_nbd', naive: false, reason, trials, trial }
  }
  const { scores, naive: simple, customers, split } = trial
  // Where hardly anybody has come back, the simple rule says nobody ever will.
  const naive = !trial.fitted.shrunk && simple.rmse < scores.rmse
  const params = {
    days: split.to - split.from + 1,
    customers,
    error: scores.rmse,
    naive_error: simple.rmse,
  }
  const code = naive ? 'SIMPLE_RULE_WAS_NEARER' : 'BEST_ON_UNSEEN_DAYS'
  return { model: nameOf(trial), naive, reason: { code, params }, trials, trial }
}
