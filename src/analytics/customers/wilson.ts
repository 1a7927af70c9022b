/** Wilson's interval of a share (1927), 90 % by default; null of none. */
export function wilson(part: number, whole: number, z = 1.6448536269514722): [number, number] | null {
  if (whole <= 0) return null
  const share = part / whole
  const spread = (z * z) / whole
  const centre = (share + spread / 2) / (1 + spread)
  const half = (z * Math.sqrt((share * (1 - share)) / whole + spread / (4 * whole))) / (1 + spread)
  return [Math.max(0, centre - half), Math.min(1, centre + half)]
}
