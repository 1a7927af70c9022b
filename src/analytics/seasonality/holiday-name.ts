const BETWEEN = ' / '

/** A holiday by the name of its country and in English, where that is another one: 'Navidad / Christmas Day'. */
export const bothNames = (local: string, english: string): string =>
  english === '' || english === local ? local : `${local}${BETWEEN}${english}`

/** The name for a reader of a language: English ones have theirs first and the local one behind it, others the local one. */
export function nameFor(language: string, name: string): string {
  const [local, english] = name.split(BETWEEN)
  if (english === undefined) return name
  return language === 'en' ? `${english} (${local})` : local!
}
