import {
  type Axes,
  type AxisName,
  differingAxes,
  ORDER_STATES,
  PRESET_NAMES,
  type PresetName,
  PRESETS,
} from '../../model/definitions.ts'
import type { MetricName } from '../../model/metric.ts'

const OF_RETURNS: readonly MetricName[] = ['returns', 'net_sales', 'total_sales', 'gross_margin']
const OF_LINES: readonly MetricName[] = ['gross_sales', 'net_sales']

/** Which figures an axis can change, whatever the data: those of the status of orders change all. */
function changes(axis: AxisName, metric: MetricName, axes: Axes): boolean {
  const average = metric === 'average_order_value'
  if ((ORDER_STATES as readonly string[]).includes(axis)) return true
  if (axis === 'refund_day')
    return OF_RETURNS.includes(metric) || (average && axes.average_order_value === 'net')
  if (axis === 'average_order_value') return average
  if (axis === 'gift_cards') return !['discounts', 'returns', 'taxes', 'shipping'].includes(metric)
  if (axis === 'taxes_inside')
    return metric === 'total_sales' || (axes.taxes_in_net && OF_LINES.includes(metric)) || average
  return OF_LINES.includes(metric) || average
}

export interface PresetEffect {
  readonly preset: PresetName
  /** On which axes it counts the figure otherwise than the definitions in force. */
  readonly axes: AxisName[]
}

/** The presets under which a figure may differ from what it is now, and by what. */
export const presetEffects = (metric: MetricName, axes: Axes): PresetEffect[] =>
  PRESET_NAMES.map((preset) => ({
    preset,
    axes: differingAxes(axes, PRESETS[preset]).filter(
      (axis) => changes(axis, metric, axes) || changes(axis, metric, PRESETS[preset]),
    ),
  })).filter(({ axes: differing }) => differing.length > 0)

/** The formula of a figure under the definitions in force, in terms of other figures. */
export function formulaUnder(metric: MetricName, formula: string, axes: Axes): string {
  const inPrices = !axes.taxes_in_net && axes.taxes_inside === 'inside'
  const inNet = [...(axes.taxes_in_net ? ['taxes'] : []), ...(axes.shipping_in_net ? ['shipping'] : [])]
  const outside = ['taxes', 'shipping'].filter(
    (name) => !inNet.includes(name) && !(inPrices && name === 'taxes'),
  )
  if (metric === 'gross_sales') return [formula, ...inNet].join(' + ')
  if (metric === 'total_sales') return ['net_sales', ...outside].join(' + ')
  if (metric !== 'average_order_value') return formula
  if (axes.average_order_value === 'net') return 'net_sales / orders'
  const more = axes.average_order_value === 'with_taxes_and_shipping' ? outside : []
  return `(${['gross_sales − discounts', ...more].join(' + ')}) / orders`
}
