import { createVirtualizer } from '@tanstack/solid-virtual'
import { createMemo } from 'solid-js'
import type { Accessor } from 'solid-js'

export interface RowWindow<Row> {
  /** Place of the first row shown. */
  readonly first: number
  readonly shown: readonly Row[]
  /** Pixels that the rows before and after would take. */
  readonly before: number
  readonly after: number
}

/** Of more rows than this only those in view are drawn. */
export const VIRTUAL_FROM = 200
const ROW_HEIGHT = 37
const FIRST_ROWS = 30

/** Rows in view with the space before and after them; all rows when there are few. */
export function createRowWindow<Row>(rows: Accessor<readonly Row[]>, scroller: Accessor<HTMLElement | null>) {
  const virtualizer = createVirtualizer({
    get count() {
      return rows().length
    },
    getScrollElement: scroller,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  })
  const view = createMemo((): RowWindow<Row> => {
    const all = rows()
    if (all.length <= VIRTUAL_FROM) return { first: 0, shown: all, before: 0, after: 0 }
    const items = virtualizer.getVirtualItems()
    const first = items[0]?.index ?? 0
    const last = items.at(-1)?.index ?? FIRST_ROWS
    const after = (all.length - 1 - last) * ROW_HEIGHT
    return { first, shown: all.slice(first, last + 1), before: first * ROW_HEIGHT, after }
  })
  return { view, reveal: (index: number) => virtualizer.scrollToIndex(index) }
}
