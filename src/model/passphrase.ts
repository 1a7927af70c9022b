/** How hard a passphrase is to guess for somebody who has the file and the time; 0 nothing to 4 very hard. */
export interface PassphraseStrength {
  readonly score: 0 | 1 | 2 | 3 | 4
  /** Decimal logarithm of the guesses that are needed, about. */
  readonly guesses: number
}

/** What people choose first; each costs a guesser next to nothing. */
const COMMON =
  'password contraseña contrasena clave ventas tienda hola admin welcome qwerty asdf iloveyou teamo letmein dragon monkey football futbol barcelona madrid secret secreto shop store negocio usuario user test prueba abc login master princess sunshine amor'.split(
    ' ',
  )
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
/** Words that a guesser tries before single letters. */
const WORD_BITS = 14

type Match = readonly [length: number, bits: number]

const isRun = (text: string): boolean =>
  ROWS.some((row) => row.includes(text) || [...row].reverse().join('').includes(text))

function repeated(text: string): Match | null {
  const found = /^(.)\1{2,}/u.exec(text)?.[0]
  return found ? [found.length, 7 + Math.log2(found.length)] : null
}

function run(text: string): Match | null {
  for (let length = text.length; length >= 3; length--) if (isRun(text.slice(0, length))) return [length, 6]
  return null
}

function word(text: string): Match | null {
  const common = COMMON.find((known) => text.startsWith(known))
  if (common) return [common.length, 5]
  const year = /^(?:19|20)\d\d/.exec(text)?.[0]
  if (year) return [year.length, 7]
  const letters = /^\p{L}{3,}/u.exec(text)?.[0]
  return letters ? [letters.length, Math.min(WORD_BITS, letters.length * 4.7)] : null
}

const single = (text: string): Match => [1, /^\d/.test(text) ? 3.3 : /^\p{L}/u.test(text) ? 5 : 5.5]

/**
 * Estimates the guesses for a passphrase after the idea of zxcvbn (Wheeler, USENIX Security 2016): it is cut into the
 * cheapest pieces that a guesser knows (common words, runs on the keyboard, repeats, years, words), the rest is letters.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  let rest = passphrase.normalize('NFC').toLowerCase()
  let bits = /\p{Lu}/u.test(passphrase) ? 1 : 0
  while (rest !== '') {
    const [length, cost] = repeated(rest) ?? run(rest) ?? word(rest) ?? single(rest)
    bits += cost
    rest = rest.slice(length)
  }
  const guesses = bits * Math.log10(2)
  const score = [5, 8, 11, 14].filter((limit) => guesses >= limit).length as PassphraseStrength['score']
  return { score, guesses }
}
