const NAMES: readonly (readonly string[])[] = [
  ['jan', 'january', 'ene', 'enero', 'janeiro', 'janv', 'janvier', 'januar', 'gen', 'gennaio'],
  ['feb', 'february', 'febrero', 'fev', 'fevereiro', 'februar', 'févr', 'février', 'febbraio'],
  ['mar', 'march', 'marzo', 'março', 'marco', 'mär', 'märz', 'mars'],
  ['apr', 'april', 'abr', 'abril', 'avr', 'avril', 'aprile'],
  ['may', 'mayo', 'mai', 'maio', 'mag', 'maggio'],
  ['jun', 'june', 'junio', 'junho', 'juni', 'juin', 'giu', 'giugno'],
  ['jul', 'july', 'julio', 'julho', 'juli', 'juil', 'juillet', 'lug', 'luglio'],
  ['aug', 'august', 'ago', 'agosto', 'août', 'aout'],
  ['sep', 'sept', 'september', 'septiembre', 'setiembre', 'set', 'setembro', 'septembre', 'settembre'],
  ['oct', 'october', 'octubre', 'out', 'outubro', 'okt', 'oktober', 'octobre', 'ott', 'ottobre'],
  ['nov', 'november', 'noviembre', 'novembro', 'novembre'],
  ['dec', 'december', 'dic', 'diciembre', 'dez', 'dezembro', 'dezember', 'déc', 'décembre', 'dicembre'],
]

/** Names of months in Spanish, English, Portuguese (and German, French, Italian), lower case → 1…12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)
