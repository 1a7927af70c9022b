/** The seed of the committed files. */
export const SEED = 14

/**
 * Repeat buying, as in Fader, Hardie and Lee (2005), "Counting your customers the easy way": purchase rates per
 * week are Gamma(r, alpha), and after every repeat purchase a customer leaves with a chance drawn from Beta(a, b).
 * Time is the shop's own: it runs faster in season (see `tempo` in calendar.ts) and has mean 1 over the two years.
 */
export const BUYING = { r: 0.32, alpha: 5, a: 0.9, b: 2.1 }

/**
 * Spend, as in Fader and Hardie (2013), "The Gamma-Gamma model": an order's goods are worth Gamma(p, nu) euros and
 * nu varies over customers as Gamma(q, gamma), so that the mean order is p·gamma/(q − 1).
 */
export const SPENDING = { p: 5, q: 4, gamma: 42 }

/** Demand: orders a day before season and promotions, and what it grows by in a year. */
export const DEMAND = {
  ordersPerDay: 27,
  yearlyGrowth: 0.12,
  /** Day-to-day noise of log demand: AR(1). */
  noise: { deviation: 0.085, memory: 0.45 },
  /** Least share of a day's orders that comes from new customers. */
  leastNew: 0.2,
  /** Repeat orders feel the season to this power; new ones take what is left of it. */
  repeatSeason: 0.6,
  /** Share of the orders that the shop at Calle de la Palma rings up with no name. */
  anonymous: 0.035,
}

/** Monday … Sunday. */
export const WEEKDAYS = [1.13, 1.03, 1.0, 0.97, 0.88, 0.84, 1.15]

/** January … December, at mid-month; days between are interpolated. */
export const MONTHS = [0.9, 0.86, 0.91, 0.94, 1.04, 0.95, 0.88, 0.64, 0.92, 1.0, 1.36, 1.9]

/** The few days that a calendar explains: from, to (MM-DD, both included), factor. */
export const YEARLY_EVENTS = [
  { name: 'Reyes', from: '01-02', to: '01-04', factor: 1.35 },
  { name: 'Reyes, feast', from: '01-05', to: '01-06', factor: 0.6 },
  { name: 'San Valentín', from: '02-09', to: '02-12', factor: 1.2 },
  { name: 'Día del padre', from: '03-12', to: '03-16', factor: 1.15 },
  { name: 'La Asunción', from: '08-14', to: '08-16', factor: 0.8 },
  { name: 'Last posting days', from: '12-12', to: '12-18', factor: 1.25 },
  { name: 'Too late for Christmas', from: '12-21', to: '12-23', factor: 0.7 },
  { name: 'Christmas', from: '12-24', to: '12-26', factor: 0.35 },
  { name: 'New Year', from: '12-31', to: '12-31', factor: 0.45 },
  { name: 'New Year', from: '01-01', to: '01-01', factor: 0.5 },
]

/** What no calendar explains; a search for anomalies should find these days. */
export const SHOCKS = [
  { name: 'Seen on a television programme', from: '2025-03-19', to: '2025-03-20', factor: 2.4 },
  { name: 'Nationwide power cut', from: '2025-04-28', to: '2025-04-28', factor: 0.3 },
  { name: 'Checkout failure', from: '2025-09-17', to: '2025-09-17', factor: 0.15 },
  { name: 'A film-maker shows her kitchen', from: '2026-02-24', to: '2026-02-26', factor: 1.9 },
  { name: 'Payment provider down', from: '2026-06-09', to: '2026-06-09', factor: 0.25 },
]

/** Share of orders, VAT of the buyer's country, shipping in cents, free from (cents), flat in the file's words. */
export const COUNTRIES = {
  ES: { share: 0.63, vat: 0.21, tax: 'IVA 21%', shipping: 490, freeFrom: 6000 },
  PT: { share: 0.14, vat: 0.23, tax: 'IVA 23%', shipping: 690, freeFrom: 8000 },
  FR: { share: 0.14, vat: 0.2, tax: 'TVA 20%', shipping: 990, freeFrom: 10000 },
  DE: { share: 0.09, vat: 0.19, tax: 'MwSt 19%', shipping: 1190, freeFrom: 12000 },
} as const
export type Country = keyof typeof COUNTRIES

/** Share of orders cancelled; days between an order and the refund of what comes back (gamma, mean 14). */
export const AFTERMATH = { cancelled: 0.011, refundDays: { shape: 3, rate: 3 / 14 } }

/** Half of the buyers who miss a product that is out of stock buy something else instead. */
export const STOCKOUT_SUBSTITUTION = 0.5
