/** ISO 4217 codes whose minor unit is not a hundredth (ISO 4217 list one, 2024). */
const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ...[
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'ISK',
    'JPY',
    'KMF',
    'KRW',
    'PYG',
    'RWF',
    'UGX',
    'UYI',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
])

/** Decimal places of a currency's minor unit: EUR 2, CLP 0, KWD 3; unknown codes 2. */
export const currencyExponent = (currency: string): number => EXPONENTS.get(currency) ?? 2

/** Amount in major units of an integer in minor units: (1234, 'EUR') → 12.34. */
export const toMajor = (minor: number, currency: string): number => {
  const exponent = currencyExponent(currency)
  return exponent === 0 ? minor : Number((minor / 10 ** exponent).toFixed(exponent))
}

/** Integer in minor units of an amount in major units, half away from zero: (12.345, 'EUR') → 1235. */
export const toMinor = (major: number, currency: string): number => {
  const scaled = major * 10 ** currencyExponent(currency)
  return Math.sign(scaled) * Math.round(Math.abs(scaled) * (1 + Number.EPSILON))
}
