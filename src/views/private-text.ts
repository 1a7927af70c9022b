const texts = new Map<string, string>()

/**
 * A word that stands for a text in the address. Addresses are kept by the browser, shared between devices and shown to
 * other sites: who was searched for has no place there. Only this tab knows the text, until it is closed or loaded anew.
 */
export function wordFor(text: string): string {
  for (const [word, known] of texts) if (known === text) return word
  const word = crypto.randomUUID().slice(0, 8)
  texts.set(word, text)
  return word
}

/** The text that a word of the address stands for; undefined where this tab has not made it. */
export const textFor = (word: unknown): string | undefined =>
  typeof word === 'string' ? texts.get(word) : undefined
