/** English sentences of the executive summary, for the API; screens have their own under `headlines.<code>`. */
export const HEADLINE_TEXTS = {
  net_sales_up: 'Net sales rose {change} to {value}, from {previous}.',
  net_sales_down: 'Net sales fell {change} to {value}, from {previous}.',
  net_sales_flat: 'Net sales held at {value}, against {previous} before.',
  net_sales_level: 'Net sales were {value} from {orders} orders, {daily} a day.',
  change_drivers:
    'Of the change of {change}, the number of orders makes {orders}, units per order {basket} and net sales per unit {price}.',
  customers_mix:
    'First orders of new customers moved net sales by {new}, orders of returning customers by {returning}.',
  products_both: '“{up}” gained most ({up_change}); “{down}” lost most ({down_change}).',
  products_up: '“{up}” gained most ({up_change}).',
  products_down: '“{down}” lost most ({down_change}).',
  countries_both: '{up} gained most among countries ({up_change}); {down} lost most ({down_change}).',
  countries_up: '{up} gained most among countries ({up_change}).',
  countries_down: '{down} lost most among countries ({down_change}).',
  returns_rate_up: 'Returns rose to {rate} of gross sales, from {previous}.',
  returns_rate_down: 'Returns fell to {rate} of gross sales, from {previous}.',
  discount_rate_up: 'Discounts rose to {rate} of gross sales, from {previous}.',
  discount_rate_down: 'Discounts fell to {rate} of gross sales, from {previous}.',
  best_day: 'The best day was {day}, with {value}: {share} of net sales.',
  top_product: '“{product}” sold most: {value}, {share} of net sales.',
  returning_share: '{share} of the customers had bought before; {new} were new.',
  sold: '{units} units of {products} products were sold, at an average order value of {average}.',
  deductions: 'Discounts took {discounts} of gross sales and returns {returns}.',
  period_incomplete: 'The data end on {last_day} and the period on {to}: the figures are not complete.',
  comparison_incomplete:
    'The data begin on {first_day}, inside the comparison period: the change looks larger than it is.',
  returns_estimated:
    'Returns are estimated in {orders} of the orders, because the file gives the money refunded and not the goods.',
} as const
export type HeadlineCode = keyof typeof HEADLINE_TEXTS
