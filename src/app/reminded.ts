const DAY_MS = 86_400_000

/** Whether something was not said for so many days; notes that it is said now. Where that cannot be kept: no, rather than each time. */
export function isTime(name: string, days: number): boolean {
  try {
    const key = `ventas-reminded-${name}`
    const last = Number(localStorage.getItem(key) ?? 0)
    if (Date.now() - last < days * DAY_MS) return false
    localStorage.setItem(key, String(Date.now()))
    return true
  } catch {
    return false
  }
}
