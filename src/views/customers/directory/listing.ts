import { createEffect, createMemo, createResource, createSignal, onCleanup } from 'solid-js'
import type { Accessor, Resource } from 'solid-js'
import type { Client } from '../../../api/client.ts'
import { listCustomers, predictCustomers, scoreCustomers } from '../../../api/customers.ts'
import type { Customer } from '../../../api/customers-schemas.ts'
import type { Outcome } from '../../../model/outcome.ts'
import type { Filter, SortText } from '../filter.ts'

const PAGE = 200
/** A fast scroll passes many pages: only where it rests are rows fetched. */
const REST_MS = 50

export interface Asked {
  readonly version: string
  readonly filter: Filter
  readonly sort: SortText
}

interface Listed {
  readonly asked: Asked
  readonly currency: string
  readonly total: number
  readonly scored: boolean
  readonly predicted: boolean
  readonly totals: { readonly orders: number; readonly net_sales: number }
  readonly pages: Map<number, readonly Customer[]>
}

const ask = (client: Client, { filter, sort }: Asked, page: number, signal?: AbortSignal) =>
  client.run(
    listCustomers,
    { ...filter, sort, limit: PAGE, cursor: String(page * PAGE), predictions: 'kept' },
    signal ? { signal } : {},
  )

async function readFirst(client: Client, asked: Asked): Promise<Outcome<Listed>> {
  const first = await ask(client, asked, 0)
  if (!first.ok) return first
  const { currency, total, totals, scored, predicted, items } = first.value
  return {
    ok: true,
    value: { asked, currency, total, totals, scored, predicted, pages: new Map([[0, items]]) },
  }
}

/** Segments come a little after the list, and what is predicted after those: each time it is read again. */
function readAgainWhenKnown(client: Client, first: Resource<Outcome<Listed>>, again: () => void): void {
  let asked = ''
  createEffect(() => {
    const list = first.state === 'ready' ? first.latest : undefined
    if (!list?.ok) return
    if (!list.value.scored) void client.run(scoreCustomers, {}).then((scored) => scored.ok && again())
    else if (!list.value.predicted && asked !== list.value.asked.version) {
      asked = list.value.asked.version
      void client.run(predictCustomers, {}).then((made) => made.ok && made.value.predicted && again())
    }
  })
}

/** A list of customers of any length: its first page at once, the others as they come into view. */
export function createListing(client: Client, asking: Accessor<Asked>) {
  const question = createMemo(asking, undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  })
  const [first, { refetch }] = createResource(question, (asked) => readFirst(client, asked))
  readAgainWhenKnown(client, first, () => void refetch())
  const [arrived, setArrived] = createSignal(0)
  const onTheWay = new Map<string, AbortController>()
  let timer = 0
  const listed = () => {
    const outcome = first.latest
    return outcome?.ok ? outcome.value : undefined
  }
  const fetchPage = async (list: Listed, page: number) => {
    const key = `${JSON.stringify(list.asked)} ${page}`
    if (list.pages.has(page) || onTheWay.has(key)) return
    const controller = new AbortController()
    onTheWay.set(key, controller)
    const outcome = await ask(client, list.asked, page, controller.signal)
    onTheWay.delete(key)
    if (outcome.ok) list.pages.set(page, outcome.value.items)
    setArrived((count) => count + 1)
  }
  const want = (from: number, to: number) => {
    const list = listed()
    clearTimeout(timer)
    if (!list) return
    const pages = Array.from(
      { length: Math.floor(to / PAGE) - Math.floor(from / PAGE) + 1 },
      (_, index) => Math.floor(from / PAGE) + index,
    )
    if (pages.every((page) => list.pages.has(page))) return
    timer = window.setTimeout(() => {
      for (const page of pages) void fetchPage(list, page)
    }, REST_MS)
  }
  onCleanup(() => {
    clearTimeout(timer)
    for (const controller of onTheWay.values()) controller.abort()
  })
  return {
    /** Suspends until the first answer, and never again: what is open over the list stays open. */
    outcome: () => (first.state === 'refreshing' ? first.latest : first()),
    latest: listed,
    updating: () => first.state === 'refreshing',
    again: () => void refetch(),
    want,
    rowAt: (place: number) => {
      arrived()
      return listed()?.pages.get(Math.floor(place / PAGE))?.[place % PAGE]
    },
  }
}

export type Listing = ReturnType<typeof createListing>
