/** A choice kept in localStorage, or undefined when there is none, it is unknown, or the browser refuses storage. */
export function readSetting<Choice extends string>(
  key: string,
  allowed: readonly Choice[],
): Choice | undefined {
  try {
    const kept = localStorage.getItem(key)
    return allowed.find((choice) => choice === kept)
  } catch {
    return undefined
  }
}

/** Keeps a choice; a browser that refuses storage forgets it at the end of the visit. */
export function writeSetting(key: string, choice: string): void {
  try {
    localStorage.setItem(key, choice)
  } catch {
    return
  }
}
