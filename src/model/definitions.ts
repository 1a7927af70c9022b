/** What the status of an order says about its money, whatever the platform calls it. Null in the parts: paid, or no status. */
export const ORDER_STATES = [
  'unpaid',
  'authorized',
  'partly_paid',
  'part_refunded',
  'refunded',
  'cancelled',
  'void',
  'failed',
  'test',
] as const
export type OrderState = (typeof ORDER_STATES)[number]

/**
 * What becomes of the orders of a state. `file`: what the file's own platform makes of them; `count`: sales; `exclude`:
 * no sales, kept apart; `return`: sales that are given back in full, on the day of the cancellation where it is known.
 */
const FATES = ['file', 'count', 'exclude', 'return'] as const
export type Fate = (typeof FATES)[number]

/** What counts as a sale and when; each axis by itself. `PRESETS` has the sets of the platforms. */
export interface Axes extends Readonly<Record<OrderState, Fate>> {
  /** `refund`: returns fall on the day of the refund where the files know it; `order`: on the order's; `ignore`: not taken off. */
  readonly refund_day: 'refund' | 'order' | 'ignore'
  /** Whether gross and net sales hold the taxes and the shipping of the orders. */
  readonly taxes_in_net: boolean
  readonly shipping_in_net: boolean
  /** Whether the prices hold the taxes: as what was paid in the file shows, order by order; never; always. Taxes in prices are not added once more. */
  readonly taxes_inside: 'file' | 'on_top' | 'inside'
  /** What buying a gift card is: no sale yet, or a sale. */
  readonly gift_cards: 'apart' | 'sale'
  /** (gross − discounts) / orders, (gross − discounts + taxes + shipping) / orders, or net / orders. */
  readonly average_order_value: 'after_discounts' | 'with_taxes_and_shipping' | 'net'
}
export type AxisName = keyof Axes

export const PRESET_NAMES = ['files', 'shopify', 'woocommerce', 'vtex', 'metorik', 'cash'] as const
export type PresetName = (typeof PRESET_NAMES)[number]

/** A preset, and what was set otherwise by hand. */
export interface Definitions {
  readonly preset: PresetName
  readonly changed: Partial<Axes>
}

const states = (fates: Partial<Record<OrderState, Fate>>, others: Fate): Record<OrderState, Fate> =>
  Object.fromEntries(ORDER_STATES.map((state) => [state, fates[state] ?? others])) as Record<OrderState, Fate>

const PLAIN = {
  refund_day: 'refund',
  taxes_in_net: false,
  shipping_in_net: false,
  taxes_inside: 'file',
  gift_cards: 'apart',
  average_order_value: 'after_discounts',
} as const

/**
 * What the platforms count (facts, metrics.md). `files`: every file as its own platform has it. Shopify: everything but
 * tests, a cancellation is a return on its day. WooCommerce Analytics: pending, failed and cancelled orders are left
 * out. VTEX: every approved order, also when it is cancelled later, tests too, nothing taken off for returns.
 * Metorik: orders as they are paid with taxes and shipping, refunds on the day of the order. Cash: only what was paid,
 * less what was paid back on its day.
 */
export const PRESETS: Readonly<Record<PresetName, Axes>> = {
  files: { ...states({}, 'file'), ...PLAIN },
  shopify: {
    ...states({ failed: 'exclude', test: 'exclude', cancelled: 'return', refunded: 'return' }, 'count'),
    ...PLAIN,
  },
  woocommerce: {
    ...states(
      {
        unpaid: 'exclude',
        failed: 'exclude',
        void: 'exclude',
        cancelled: 'exclude',
        test: 'exclude',
        refunded: 'return',
      },
      'count',
    ),
    ...PLAIN,
    average_order_value: 'net',
  },
  vtex: {
    ...states({ unpaid: 'exclude', failed: 'exclude', void: 'exclude' }, 'count'),
    ...PLAIN,
    refund_day: 'ignore',
    average_order_value: 'with_taxes_and_shipping',
  },
  metorik: {
    ...states(
      {
        unpaid: 'exclude',
        failed: 'exclude',
        void: 'exclude',
        cancelled: 'exclude',
        test: 'exclude',
        refunded: 'return',
      },
      'count',
    ),
    refund_day: 'order',
    taxes_in_net: true,
    shipping_in_net: true,
    taxes_inside: 'file',
    gift_cards: 'apart',
    average_order_value: 'with_taxes_and_shipping',
  },
  cash: {
    ...states({ part_refunded: 'count', refunded: 'return' }, 'exclude'),
    refund_day: 'refund',
    taxes_in_net: true,
    shipping_in_net: true,
    taxes_inside: 'file',
    gift_cards: 'sale',
    average_order_value: 'with_taxes_and_shipping',
  },
}

export const AXIS_NAMES = Object.keys(PRESETS.files) as AxisName[]

/** Values that an axis may have. */
export const axisChoices = (axis: AxisName): readonly (string | boolean)[] => {
  if ((ORDER_STATES as readonly string[]).includes(axis)) return FATES
  if (axis === 'refund_day') return ['refund', 'order', 'ignore']
  if (axis === 'taxes_inside') return ['file', 'on_top', 'inside']
  if (axis === 'gift_cards') return ['apart', 'sale']
  if (axis === 'average_order_value') return ['after_discounts', 'with_taxes_and_shipping', 'net']
  return [false, true]
}

export const AS_FILES: Definitions = { preset: 'files', changed: {} }

/** Every axis of a definition. */
export const axesOf = ({ preset, changed }: Definitions): Axes => ({ ...PRESETS[preset], ...changed })

/** The axes on which two sets differ. */
export const differingAxes = (a: Axes, b: Axes): AxisName[] =>
  AXIS_NAMES.filter((axis) => a[axis] !== b[axis])

/** A definition with only those changes that differ from its preset. */
export function tidyDefinitions({ preset, changed }: Definitions): Definitions {
  const kept = AXIS_NAMES.filter(
    (axis) => changed[axis] !== undefined && changed[axis] !== PRESETS[preset][axis],
  )
  return { preset, changed: Object.fromEntries(kept.map((axis) => [axis, changed[axis]])) }
}

/** The preset of the platform that a file comes from: by the name of its source. */
export function presetOfSource(source: string): PresetName {
  const found = (['shopify', 'woocommerce', 'vtex'] as const).find((name) => source.startsWith(name))
  return found ?? (source.startsWith('woo') ? 'woocommerce' : 'files')
}
