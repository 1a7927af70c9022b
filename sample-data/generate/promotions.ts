import { dayOf } from './clock.ts'

/** A code that buyers type in: percent off the goods, share of eligible orders that use it, who may. */
export type Code = {
  readonly code: string
  readonly from: string
  readonly to: string
  readonly percent: number
  readonly uptake: number
  readonly who: 'all' | 'new' | 'instagram'
  /** What the campaign's noise alone adds to demand, before the price is felt. */
  readonly hype: number
}

/** A cut of list prices for some products of some categories; the old price stands in `Compare at price`. */
export type Cut = {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly percent: number
  readonly categories: readonly string[]
  /** Share of those categories' products that take part. */
  readonly depth: number
}

export const CODES: readonly Code[] = [
  { code: 'BLACK20', from: '2024-11-25', to: '2024-12-02', percent: 20, uptake: 0.75, who: 'all', hype: 1.3 },
  { code: 'REYES10', from: '2025-01-02', to: '2025-01-05', percent: 10, uptake: 0.4, who: 'all', hype: 1 },
  { code: 'MAMA15', from: '2025-04-27', to: '2025-05-03', percent: 15, uptake: 0.45, who: 'all', hype: 1.1 },
  { code: 'VERANO15', from: '2025-06-16', to: '2025-06-29', percent: 15, uptake: 0.4, who: 'all', hype: 1 },
  { code: 'VUELTA10', from: '2025-09-08', to: '2025-09-21', percent: 10, uptake: 0.35, who: 'all', hype: 1 },
  { code: 'BLACK20', from: '2025-11-24', to: '2025-12-01', percent: 20, uptake: 0.75, who: 'all', hype: 1.3 },
  { code: 'REYES10', from: '2026-01-02', to: '2026-01-05', percent: 10, uptake: 0.4, who: 'all', hype: 1 },
  { code: 'MAMA15', from: '2026-04-26', to: '2026-05-02', percent: 15, uptake: 0.45, who: 'all', hype: 1.1 },
  { code: 'VERANO15', from: '2026-06-15', to: '2026-06-28', percent: 15, uptake: 0.4, who: 'all', hype: 1 },
  { code: 'VUELTA10', from: '2026-09-07', to: '2026-09-20', percent: 10, uptake: 0.35, who: 'all', hype: 1 },
  {
    code: 'LAURA10',
    from: '2025-03-03',
    to: '2025-05-31',
    percent: 10,
    uptake: 0.3,
    who: 'instagram',
    hype: 1,
  },
  {
    code: 'LAURA10',
    from: '2026-03-02',
    to: '2026-06-14',
    percent: 10,
    uptake: 0.35,
    who: 'instagram',
    hype: 1,
  },
  {
    code: 'BIENVENIDA10',
    from: '2024-11-01',
    to: '2026-10-31',
    percent: 10,
    uptake: 0.28,
    who: 'new',
    hype: 1,
  },
]

const cut = (
  name: string,
  from: string,
  to: string,
  percent: number,
  categories: string,
  depth: number,
): Cut => ({
  name,
  from,
  to,
  percent,
  categories: categories.split(', '),
  depth,
})

export const CUTS: readonly Cut[] = [
  cut('Rebajas de enero', '2025-01-07', '2025-02-09', 25, 'Textil, Decoración, Baño', 0.4),
  cut('Fin de Navidad', '2025-01-07', '2025-01-31', 40, 'Navidad', 1),
  cut('Semana de las velas', '2025-02-17', '2025-02-26', 20, 'Velas y aromas', 0.5),
  cut('Semana de la cocina', '2025-03-24', '2025-04-02', 15, 'Cocina', 0.5),
  cut('Terraza', '2025-05-19', '2025-05-30', 20, 'Jardín y terraza', 0.6),
  cut('Rebajas de verano', '2025-07-01', '2025-07-31', 25, 'Textil, Decoración, Mesa', 0.35),
  cut('Semana de la mesa', '2025-10-06', '2025-10-16', 20, 'Mesa', 0.5),
  cut('Rebajas de enero', '2026-01-07', '2026-02-08', 25, 'Textil, Decoración, Baño', 0.4),
  cut('Fin de Navidad', '2026-01-07', '2026-01-31', 40, 'Navidad', 1),
  cut('Semana de las velas', '2026-02-16', '2026-02-25', 20, 'Velas y aromas', 0.5),
  cut('Semana de la cocina', '2026-03-23', '2026-04-01', 15, 'Cocina', 0.5),
  cut('Semana del baño', '2026-04-13', '2026-04-22', 20, 'Baño', 0.6),
  cut('Terraza', '2026-05-18', '2026-05-29', 20, 'Jardín y terraza', 0.6),
  cut('Rebajas de verano', '2026-07-01', '2026-07-31', 25, 'Textil, Decoración, Mesa', 0.35),
  cut('Semana de la mesa', '2026-10-05', '2026-10-15', 20, 'Mesa', 0.5),
]

/** Days of campaigns that move with the calendar: from, to, factor on demand. */
export const MOVING_EVENTS = [
  { name: 'Black Friday', from: '2024-11-29', to: '2024-11-29', factor: 2 },
  { name: 'Cyber Monday', from: '2024-12-02', to: '2024-12-02', factor: 1.15 },
  { name: 'Good Friday to Easter', from: '2025-04-18', to: '2025-04-20', factor: 0.75 },
  { name: 'Black Friday', from: '2025-11-28', to: '2025-11-28', factor: 2 },
  { name: 'Cyber Monday', from: '2025-12-01', to: '2025-12-01', factor: 1.15 },
  { name: 'Good Friday to Easter', from: '2026-04-03', to: '2026-04-05', factor: 0.75 },
]

/** Is a day number within a campaign's two dates, both included? */
export const isOn = (period: { from: string; to: string }, day: number): boolean =>
  day >= dayOf(period.from) && day <= dayOf(period.to)

/** A store-wide code lifts demand as if those who use it reacted with this elasticity. */
export const CODE_ELASTICITY = 1.5

/** Factor on a day's demand of the codes that everybody may use. */
export const codeLift = (day: number): number =>
  CODES.filter((code) => code.who === 'all' && isOn(code, day)).reduce(
    (lift, { percent, uptake, hype }) =>
      lift * hype * (1 + uptake * ((1 - percent / 100) ** -CODE_ELASTICITY - 1)),
    1,
  )
