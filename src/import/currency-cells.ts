import { currencyExponent } from '../model/currency.ts'

const WRITTEN: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'], ['EURO', 'EUR'], ['EUROS', 'EUR'], ['£', 'GBP'], ['US$', 'USD'], ['U$S', 'USD'], ['USD$', 'USD'], ['DOLLAR', 'USD'],
  ['R$', 'BRL'], ['REAL', 'BRL'], ['MX$', 'MXN'], ['MXN$', 'MXN'], ['AR$', 'ARS'], ['COP$', 'COP'], ['CLP$', 'CLP'], ['S/', 'PEN'], ['S/.', 'PEN'],
  ['AU$', 'AUD'], ['A$', 'AUD'], ['CA$', 'CAD'], ['C$', 'CAD'], ['NZ$', 'NZD'], ['CL$', 'CLP'], ['CO$', 'COP'],
  ['₡', 'CRC'], ['₲', 'PYG'], ['₹', 'INR'], ['₽', 'RUB'],
]) // prettier-ignore

/** The currencies most asked for by the people this is made for, in that order. */
const OFFERED = [
  'EUR',
  'USD',
  'MXN',
  'COP',
  'ARS',
  'CLP',
  'BRL',
  'PEN',
  'GBP',
  'UYU',
  'CRC',
  'DOP',
  'GTQ',
  'BOB',
  'PYG',
  'CHF',
  'CAD',
  'AUD',
  'JPY',
]

const KNOWN: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('currency'), ...OFFERED])

/** ISO 4217 code of a currency as a file writes it (code, symbol, name), or null; `$` alone is none in particular. */
export function readCurrency(written: string): string | null {
  const text = written.trim().toUpperCase()
  return WRITTEN.get(text) ?? (KNOWN.has(text) ? text : null)
}

/** Choices for the question CURRENCY: the likely ones first, then those most asked for. */
export const currencyChoices = (likely: readonly string[]): string[] => [...new Set([...likely, ...OFFERED])]

/** Codes whose minor unit is not a hundredth, with their exponent. */
export const unusualExponents = (): Map<string, number> =>
  new Map(
    [...KNOWN]
      .map((code) => [code, currencyExponent(code)] as const)
      .filter(([, exponent]) => exponent !== 2),
  )

const IN_BRACKETS = /\(([A-Z]{3})\)\s*$/
/** What is said of all amounts, to the end of the line. */
const ALL_AMOUNTS = /\b(?:amounts?|importes?|montants?|betr[aä]ge|valores|importi|bedragen)\b([^\n]{0,80})/i

function currencyOfPreamble(before: string): string | null {
  if (before.includes('円で')) return 'JPY'
  const said = ALL_AMOUNTS.exec(before)?.[1] ?? ''
  const code = (said.match(/\b[A-Z]{3}\b/g) ?? []).find((word) => KNOWN.has(word))
  return code ?? (/\beuros?\b/i.test(said) ? 'EUR' : null)
}

/** The currency that headers name in brackets (`Total (CLP)`), or a preamble says of all amounts (`All amounts in USD`, `Alle Beträge in Euro`). */
export function currencyOfTexts(header: readonly string[], before: string): string | null {
  const found = new Set(
    header.map((name) => IN_BRACKETS.exec(name)?.[1]).filter((code) => KNOWN.has(code ?? '')),
  )
  const [only] = found
  if (found.size === 1 && only) return only
  return currencyOfPreamble(before)
}

const SIGNS = /[€£₡₲₹₽]|(?:US|AU|CA|NZ|MX|AR|CL|CO|R|A|C) ?\$|S\/\.?/

/** The currency that the cells of prices carry as a symbol, when all agree. */
export function currencyOfPrices(cells: readonly string[]): string | null {
  const found = new Set(
    cells.flatMap((cell) => SIGNS.exec(cell) ?? []).map((sign) => readCurrency(sign.replace(' ', ''))),
  )
  const [only] = found
  return found.size === 1 ? (only ?? null) : null
}

/** The currency of prices with a plain `$`, by what a layout knows of its files: the first pattern that some text matches. */
export function currencyOfDollars(
  prices: readonly string[],
  texts: readonly string[],
  dollars: readonly (readonly [RegExp, string])[],
): string | null {
  if (!prices.some((cell) => cell.includes('$'))) return null
  return dollars.find(([pattern]) => texts.some((text) => pattern.test(text)))?.[1] ?? null
}
