export type Language = 'es' | 'en'
export const LANGUAGES: readonly Language[] = ['es', 'en']

/** Language of the app: what was chosen before, else the first of the browser's that there is, else English. */
export function chooseLanguage(kept: Language | undefined, preferred: readonly string[]): Language {
  if (kept) return kept
  const wanted = preferred.map((tag) => tag.slice(0, 2).toLowerCase())
  return wanted.map((code) => LANGUAGES.find((known) => known === code)).find((found) => found) ?? 'en'
}

/** Region for numbers and week start: the browser's own variant of the language (es-MX), else Spain or Great Britain. */
export function regionOf(language: Language, preferred: readonly string[]): string {
  const own = preferred.find((tag) => tag.toLowerCase().startsWith(`${language}-`))
  return own ?? { es: 'es-ES', en: 'en-GB' }[language]
}
