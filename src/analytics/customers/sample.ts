import { seeded } from '../forecast/statistics.ts'

/** Positions 0 … count−1, or `most` of them drawn without replacement, ascending; the same seed draws the same. */
export function samplePositions(count: number, most: number, seed: number): Int32Array {
  const all = Int32Array.from({ length: count }, (_, at) => at)
  if (count <= most) return all
  const random = seeded(seed)
  for (let at = 0; at < most; at++) {
    const other = at + Math.floor(random() * (count - at))
    const kept = all[at]!
    all[at] = all[other]!
    all[other] = kept
  }
  return all.slice(0, most).sort()
}
