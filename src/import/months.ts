const NAMES: readonly (readonly string[])[] = [
  ['jan', 'january', 'ene', 'enero', 'janeiro', 'janv', 'januar'],
  ['feb', 'february', 'febrero', 'fev', 'fevereiro', 'februar'],
  ['mar', 'march', 'marzo', 'março', 'marco', 'mär', 'märz'],
  ['apr', 'april', 'abr', 'abril'],
  ['may', 'mayo', 'mai', 'maio'],
  ['jun', 'june', 'junio', 'junho', 'juni'],
  ['jul', 'july', 'julio', 'julho', 'juli'],
  ['aug', 'august', 'ago', 'agosto'],
  ['sep', 'sept', 'september', 'septiembre', 'setiembre', 'set', 'setembro'],
  ['oct', 'october', 'octubre', 'out', 'outubro', 'okt', 'oktober'],
  ['nov', 'november', 'noviembre', 'novembro'],
  ['dec', 'december', 'dic', 'diciembre', 'dez', 'dezembro', 'dezember'],
]

/** Names of months in Spanish, English, Portuguese (and German), lower case → 1…12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)
