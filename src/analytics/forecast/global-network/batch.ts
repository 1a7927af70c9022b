import { seeded } from '../statistics.ts'
import { AHEAD, LEAST, SEEN, anchorOf, viewAt, writeAhead, writeSeen, type Track } from './inputs.ts'
import type { NetworkPlan } from './plan.ts'

/** Windows of a batch, and days ahead that are learned from each. */
export const BATCH = 64
export const DAYS = 8
/** A day may stand this many levels high at most: one huge order must not steer the network of all. */
const MOST_LEVELS = 100

/** What one step of training sees. */
export interface Batch {
  /** BATCH × SEEN. */
  readonly seen: Float32Array
  /** BATCH · DAYS × AHEAD. */
  readonly ahead: Float32Array
  /** First guesses and what came, in levels: BATCH · DAYS each. */
  readonly anchors: Float32Array
  readonly targets: Float32Array
}

/** The series that have windows before the last `unseen` days. */
export const learnable = (tracks: readonly Track[], unseen: number): Track[] =>
  tracks.filter(({ values }) => values.length - unseen > LEAST)

/**
 * Windows of any series and days after them, drawn at random by seed and step number: training that is taken up again
 * draws what it would have drawn. Nothing of the last `unseen` days is looked at.
 */
export function drawBatch(tracks: readonly Track[], plan: NetworkPlan, unseen: number, step: number): Batch {
  const random = seeded(Math.imul(plan.seed + 1, 0x9e3779b1) ^ Math.imul(step + 1, 0x85ebca6b))
  const rows = BATCH * DAYS
  const batch: Batch = {
    seen: new Float32Array(BATCH * SEEN),
    ahead: new Float32Array(rows * AHEAD),
    anchors: new Float32Array(rows),
    targets: new Float32Array(rows),
  }
  for (let i = 0; i < BATCH; i++) {
    const { track, origin, end } = draw(tracks, unseen, random)
    const view = viewAt(track, origin)
    if (!view) {
      batch.anchors.fill(1, i * DAYS, (i + 1) * DAYS)
      batch.targets.fill(1, i * DAYS, (i + 1) * DAYS)
      continue
    }
    writeSeen(track, view, batch.seen, i * SEEN)
    for (let k = 0; k < DAYS; k++) {
      const row = i * DAYS + k
      const day = Math.floor(random() * Math.min(plan.horizon, end - origin))
      const toEnd = track.values.length - origin - day
      writeAhead(track, view, { ...plan, step: day, toEnd }, batch.ahead, row * AHEAD)
      batch.anchors[row] = anchorOf(view, day)
      batch.targets[row] = Math.min(MOST_LEVELS, Math.max(0, track.values[origin + day]!) / view.level)
    }
  }
  return batch
}

function draw(tracks: readonly Track[], unseen: number, random: () => number) {
  const track = tracks[Math.floor(random() * tracks.length)]!
  const end = track.values.length - unseen
  return { track, end, origin: LEAST + Math.floor(random() * (end - LEAST)) }
}
