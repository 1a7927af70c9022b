import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import type { Accessor } from 'solid-js'
import { rangeAddress, readRange } from './range-address.ts'
import type { Range } from './range-address.ts'
import { useShop } from './shop.tsx'

interface RangeInUrl {
  readonly range: Accessor<Range>
  readonly setRange: (range: Pick<Range, 'preset' | 'from' | 'to' | 'compare'>) => void
  /** `?…` of the range alone, for links that keep it. */
  readonly search: Accessor<string>
}

const searchOf = (range: Range) => {
  const given = Object.entries(rangeAddress(range)).flatMap(([key, value]) =>
    value === null ? [] : [[key, value]],
  )
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

/** Range and comparison, the same on every page, kept in the address. */
export function useRange(): RangeInUrl {
  const shop = useShop()
  const [params, setParams] = useSearchParams()
  const range = createMemo(() => readRange({ ...params }, shop.today(), shop.span()), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  })
  return {
    range,
    setRange: (next) => setParams(rangeAddress(next), { scroll: false }),
    search: () => searchOf(range()),
  }
}
