import { resolvePeriod } from '../analytics/period.ts'
import { DateRangePicker } from '../ui/range/date-range-picker.tsx'
import { useRange } from './range.ts'
import { useShop } from './shop.tsx'

/** Range and comparison of all pages, as the top line shows them. */
export function RangeControl() {
  const shop = useShop()
  const { range, setRange } = useRange()
  return (
    <DateRangePicker
      value={range()}
      daysOf={(preset) => resolvePeriod(preset, shop.today(), shop.span())}
      min={shop.span().first ?? undefined}
      max={shop.today()}
      onChange={setRange}
    />
  )
}
