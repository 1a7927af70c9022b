import { Show, createMemo } from 'solid-js'
import type { TopAnswer } from '../../api/dashboard-schemas.ts'
import { BarList } from '../../ui/bar-list.tsx'
import type { BarRow } from '../../ui/bar-list.tsx'
import { Change } from '../../ui/change.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { writeCountry } from './words.ts'

export interface TopKeysProps {
  readonly title: string
  readonly top: TopAnswer
  /** What to say when the files know nothing of it. */
  readonly none: string
  readonly onOpen: (key: string) => void
}

const Moved = (props: { readonly change: number | null }) => (
  <span class="w-20 flex justify-end">
    <Change value={props.change} />
  </span>
)

/** Countries or channels by net sales, with share and change. */
export function TopKeys(props: TopKeysProps) {
  const t = useText()
  const format = useFormat()
  const nameOf = (key: string | null, name: string | null) => {
    if (key === null) return t('dashboard.noKey')
    return props.top.dimension === 'country' ? writeCountry(format().locale, key) : (name ?? key)
  }
  const rows = createMemo((): readonly BarRow[] =>
    props.top.items.map(({ key, name, net_sales, share, change }) => ({
      key: key ?? '',
      label: nameOf(key, name),
      value: net_sales,
      share,
      ...(props.top.compare?.has_data ? { extra: <Moved change={change} /> } : {}),
    })),
  )
  const known = () => props.top.items.some(({ key }) => key !== null)
  return (
    <section class="card-pad flex flex-col gap-3" aria-label={props.title}>
      <header>
        <h2 class="section-title">{props.title}</h2>
        <p class="hint">{t('dashboard.netAndShare')}</p>
      </header>
      <Show when={known()} fallback={<p class="text-muted py-4">{props.none}</p>}>
        <BarList
          label={props.title}
          rows={rows()}
          format={(value) => format().compactMoney(value, props.top.currency ?? 'XXX')}
          onOpen={({ key }) => props.onOpen(key)}
        />
      </Show>
    </section>
  )
}
