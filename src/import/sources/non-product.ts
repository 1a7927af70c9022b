import type { KindRule } from '../../model/reading.ts'

/** Titles that are a whole service, not a product's name: matched from start to end, so that a "Shipping crate" stays a product. */
const TITLES: readonly (readonly [string, string])[] = [
  [
    'shipping',
    '(standard |express |free |international |domestic )?(shipping|delivery|postage|freight|carriage)( (cost|costs|charge|charges|fee|fees))?',
  ],
  ['shipping', '(dotcom )?postage( and packing| & packing)?'],
  [
    'shipping',
    '(gastos|coste|costo|costos) de env[ií]os?|env[ií]o( (gratis|est[aá]ndar|express|expr[eé]s|urgente|a domicilio))?',
  ],
  ['shipping', '(valor do |custo de )?frete( gr[aá]tis)?'],
  [
    'fee',
    '(bank|service|handling|payment|processing|transaction|amazon|marketplace|card) (fee|fees|charge|charges)',
  ],
  ['fee', 'tip|propina|gorjeta|comisi[oó]n|comiss[aã]o'],
  ['gift_card', '(e-?)?gift (card|voucher|certificate)s?( [-–|].*)?'],
  ['gift_card', 'tarjetas? (de )?regalo( [-–|].*)?|vale[- ]regalo|cart[aã]o[- ]presente|vale[- ]presente'],
  ['adjustment', '(manual )?adjustment|ajuste( manual)?'],
]

const CODES: readonly (readonly [string, string])[] = [
  ['shipping', 'shipping|postage|post|freight|envio|frete|delivery'],
  ['fee', 'fee|fees|bank charges'],
]

/** Rules for tables of any shop: conservative, a doubtful line stays a product. */
export const NON_PRODUCT_RULES: readonly KindRule[] = [
  ...CODES.map(([kind, pattern]) => ({ on: 'sku', pattern, kind }) as const),
  ...TITLES.map(([kind, pattern]) => ({ on: 'title', pattern, kind }) as const),
]
