type Nullable<Value> = Value | null | undefined

/** Numbers, money and dates as people of one region read them. `null` and what is not a number is "–". */
export interface Formats {
  readonly locale: string
  /** Major units; minor digits of the currency. */
  money(value: Nullable<number>, currency: string): string
  /** Whole units or short form from 10,000 ("12.4 k €"), for tiles and axes. */
  compactMoney(value: Nullable<number>, currency: string): string
  number(value: Nullable<number>, digits?: number): string
  compact(value: Nullable<number>): string
  /** A share: 0.082 is "8.2 %". */
  percent(value: Nullable<number>, digits?: number): string
  /** A relative change with its sign: 0.082 is "+8.2 %". */
  change(value: Nullable<number>): string
  /** `YYYY-MM-DD` as "3 Mar 2026". */
  day(day: Nullable<string>): string
  shortDay(day: Nullable<string>): string
  weekday(isoWeekday: number, width?: 'long' | 'short' | 'narrow'): string
  dayRange(from: string, to: string): string
  /** `YYYY-MM` or `YYYY-MM-DD` as "March 2026". */
  month(day: Nullable<string>): string
  /** "Q1 2026", "T1 2026" in Spanish. */
  quarter(day: string): string
  /** "Mar 2026". */
  shortMonth(day: Nullable<string>): string
  instant(instant: Nullable<string | Date>, timeZone?: string): string
  /** With its seconds, where several may be of one minute. */
  exactInstant(instant: string): string
  /** "3 hours ago", seen from `now`. */
  relative(instant: string | Date, now: Date): string
  /** Seconds as "2 min 5 s". */
  seconds(seconds: number): string
  bytes(bytes: number): string
  /** A country by its name in the reader's language where the data give its code; anything else as it is. */
  country(country: Nullable<string>): string
  /** First day of the week here, 1 Monday … 7 Sunday. */
  readonly weekStart: number
}

const NONE = '–'

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

const DAY_STYLES = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  shortDay: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  shortMonth: { month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const remember = <Made>(make: (key: string) => Made) => {
  const made = new Map<string, Made>()
  return (key: string): Made => {
    const kept = made.get(key) ?? make(key)
    made.set(key, kept)
    return kept
  }
}

const toDate = (day: string) => new Date(`${day.length === 7 ? `${day}-01` : day.slice(0, 10)}T00:00:00Z`)

function numbers(locale: string) {
  const plain = remember(
    (digits) =>
      new Intl.NumberFormat(locale, {
        maximumFractionDigits: Number(digits),
        useGrouping: 'always',
        // What rounds to nothing is 0, not −0.
        signDisplay: 'negative',
      }),
  )
  const percents = remember(
    (digits) =>
      new Intl.NumberFormat(locale, {
        style: 'percent',
        maximumFractionDigits: Number(digits),
        signDisplay: 'negative',
      }),
  )
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  const signed = new Intl.NumberFormat(locale, {
    style: 'percent',
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    useGrouping: 'always',
  })
  return {
    number: (value: Nullable<number>, digits = 0) =>
      isNumber(value) ? plain(String(digits)).format(value) : NONE,
    compact: (value: Nullable<number>) => {
      if (!isNumber(value)) return NONE
      return Math.abs(value) < 10_000 ? plain('0').format(value) : short.format(value)
    },
    percent: (value: Nullable<number>, digits = 1) =>
      isNumber(value) ? percents(String(digits)).format(value) : NONE,
    change: (value: Nullable<number>) => (isNumber(value) ? signed.format(value) : NONE),
  }
}

function monies(locale: string) {
  const base = (currency: string) =>
    ({
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      useGrouping: 'always',
      signDisplay: 'negative',
    }) as const
  const exact = remember((currency) => new Intl.NumberFormat(locale, base(currency)))
  const whole = remember(
    (currency) => new Intl.NumberFormat(locale, { ...base(currency), maximumFractionDigits: 0 }),
  )
  const short = remember(
    (currency) =>
      new Intl.NumberFormat(locale, { ...base(currency), notation: 'compact', maximumFractionDigits: 1 }),
  )
  const compactOf = (value: number) => {
    if (Math.abs(value) >= 10_000) return short
    return Math.abs(value) < 100 && value !== 0 ? exact : whole
  }
  return {
    money: (value: Nullable<number>, currency: string) =>
      isNumber(value) ? exact(currency).format(value) : NONE,
    compactMoney: (value: Nullable<number>, currency: string) =>
      isNumber(value) ? compactOf(value)(currency).format(value) : NONE,
  }
}

function days(language: string) {
  // Day before month in both languages: "Mar 3" and "3/3" read differently on the two sides of the Atlantic.
  const locale = language === 'en' ? 'en-GB' : language
  const styles = remember(
    (style) =>
      new Intl.DateTimeFormat(locale, { ...DAY_STYLES[style as keyof typeof DAY_STYLES], timeZone: 'UTC' }),
  )
  const weekdays = remember(
    (width) => new Intl.DateTimeFormat(locale, { weekday: width as 'long', timeZone: 'UTC' }),
  )
  const written = (style: keyof typeof DAY_STYLES) => (day: Nullable<string>) => {
    if (!day) return NONE
    const date = toDate(day)
    return Number.isNaN(date.getTime()) ? day : styles(style).format(date)
  }
  return {
    day: written('day'),
    shortDay: written('shortDay'),
    month: written('month'),
    shortMonth: written('shortMonth'),
    quarter: (day: string) =>
      `${language === 'es' ? 'T' : 'Q'}${Math.ceil(Number(day.slice(5, 7)) / 3)} ${day.slice(0, 4)}`,
    weekday: (isoWeekday: number, width: 'long' | 'short' | 'narrow' = 'short') =>
      weekdays(width).format(new Date(Date.UTC(2024, 0, isoWeekday))),
    dayRange: (from: string, to: string) => {
      if (from === to) return written('day')(from)
      const sameYear = from.slice(0, 4) === to.slice(0, 4)
      return `${written(sameYear ? 'shortDay' : 'day')(from)} – ${written('day')(to)}`
    },
    exactInstant: (instant: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(instant)),
    instant: (instant: Nullable<string | Date>, timeZone?: string) => {
      if (!instant) return NONE
      const style = { dateStyle: 'medium', timeStyle: 'short', ...(timeZone ? { timeZone } : {}) } as const
      return new Intl.DateTimeFormat(locale, style).format(new Date(instant))
    },
  }
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

function spans(locale: string) {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const digits = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  return {
    relative: (instant: string | Date, now: Date) => {
      const seconds = (new Date(instant).getTime() - now.getTime()) / 1000
      const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const)
      return relative.format(Math.round(seconds / size), unit)
    },
    seconds: (seconds: number) => {
      const whole = Math.max(0, Math.round(seconds))
      if (whole < 60) return `${whole} s`
      return whole < 3600
        ? `${Math.floor(whole / 60)} min ${whole % 60} s`
        : `${digits.format(whole / 3600)} h`
    },
    bytes: (bytes: number) => {
      const power = Math.min(3, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
      return `${digits.format(bytes / 1000 ** power)} ${['B', 'KB', 'MB', 'GB'][power]}`
    },
  }
}

type WeekLocale = Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } }

const weekStartOf = (locale: string) => {
  const known = new Intl.Locale(locale) as WeekLocale
  return known.getWeekInfo?.().firstDay ?? known.weekInfo?.firstDay ?? (locale === 'en-US' ? 7 : 1)
}

const countries = (locale: string) => (country: Nullable<string>) => {
  if (!country) return NONE
  if (!/^[A-Z]{2}$/.test(country)) return country
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(country) ?? country
}

/** All formats of a region: `createFormats('es-MX')`. Intl objects are made once, when first needed. */
export function createFormats(locale: string): Formats {
  return {
    locale,
    ...numbers(locale),
    ...monies(locale),
    ...days(locale.slice(0, 2)),
    ...spans(locale),
    country: countries(locale),
    weekStart: weekStartOf(locale),
  }
}
