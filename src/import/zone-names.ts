/** Names of zones as Ruby on Rails writes them (Square), that are not those of the tz database. */
const RAILS: ReadonlyMap<string, string> = new Map([
  ['eastern time (us & canada)', 'America/New_York'], ['central time (us & canada)', 'America/Chicago'],
  ['mountain time (us & canada)', 'America/Denver'], ['pacific time (us & canada)', 'America/Los_Angeles'],
  ['arizona', 'America/Phoenix'], ['alaska', 'America/Juneau'], ['hawaii', 'Pacific/Honolulu'], ['indiana (east)', 'America/Indiana/Indianapolis'],
  ['atlantic time (canada)', 'America/Halifax'], ['newfoundland', 'America/St_Johns'], ['saskatchewan', 'America/Regina'], ['puerto rico', 'America/Puerto_Rico'],
  ['london', 'Europe/London'], ['edinburgh', 'Europe/London'], ['dublin', 'Europe/Dublin'], ['lisbon', 'Europe/Lisbon'], ['madrid', 'Europe/Madrid'],
  ['paris', 'Europe/Paris'], ['berlin', 'Europe/Berlin'], ['tokyo', 'Asia/Tokyo'], ['osaka', 'Asia/Tokyo'], ['sapporo', 'Asia/Tokyo'],
  ['sydney', 'Australia/Sydney'], ['melbourne', 'Australia/Melbourne'], ['brisbane', 'Australia/Brisbane'], ['adelaide', 'Australia/Adelaide'],
  ['darwin', 'Australia/Darwin'], ['perth', 'Australia/Perth'], ['hobart', 'Australia/Hobart'], ['canberra', 'Australia/Sydney'], ['mexico city', 'America/Mexico_City'],
  ['bogota', 'America/Bogota'], ['lima', 'America/Lima'], ['santiago', 'America/Santiago'], ['buenos aires', 'America/Argentina/Buenos_Aires'], ['brasilia', 'America/Sao_Paulo'],
]) // prettier-ignore

/** Short names behind times, as Amazon writes them: the zone of the country whose reports do. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['PDT', 'America/Los_Angeles'], ['PST', 'America/Los_Angeles'], ['MDT', 'America/Denver'], ['MST', 'America/Denver'], ['CDT', 'America/Chicago'], ['CST', 'America/Chicago'],
  ['EDT', 'America/New_York'], ['EST', 'America/New_York'], ['BST', 'Europe/London'], ['CET', 'Europe/Paris'], ['CEST', 'Europe/Paris'], ['MEZ', 'Europe/Berlin'], ['MESZ', 'Europe/Berlin'],
  ['JST', 'Asia/Tokyo'], ['AEST', 'Australia/Sydney'], ['AEDT', 'Australia/Sydney'], ['BRT', 'America/Sao_Paulo'],
]) // prettier-ignore

function isZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name }).format(0)
    return true
  } catch {
    return false
  }
}

/** The zone of the tz database that a name means (its own, that of Ruby on Rails, or a short one behind a time); null when it is none. */
export function readZone(name: string): string | null {
  const text = name.trim()
  const known = RAILS.get(text.toLowerCase()) ?? SHORT.get(/[A-Z]+$/.exec(text)?.[0] ?? '')
  if (known) return known
  return /^[A-Z][\w+-]*(\/[\w+-]+)*$/.test(text) && isZone(text) ? text : null
}
