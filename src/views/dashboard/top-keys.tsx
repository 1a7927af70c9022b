import { Show, createMemo, createUniqueId } from 'solid-js'
import type { TopAnswer } from '../../api/dashboard-schemas.ts'
import { BarList } from '../../ui/bar-list.tsx'
import type { BarRow } from '../../ui/bar-list.tsx'
import { Change } from '../../ui/change.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { writeCountry } from './words.ts'

export interface TopKeysProps {
  readonly title: string
  readonly top: TopAnswer
  readonly onOpen: (key: string) => void
}

const Moved = (props: { readonly change: number | null }) => (
  <span class="w-20 flex justify-end">
    <Change value={props.change} />
  </span>
)

/** Countries or channels by net sales, with share and change; nothing where the files know none. */
export function TopKeys(props: TopKeysProps) {
  const t = useText()
  const format = useFormat()
  const heading = createUniqueId()
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
    <Show when={known()}>
      <section class="card-pad flex flex-col gap-3" aria-labelledby={heading}>
        <header>
          <h2 id={heading} class="section-title">
            {props.title}
          </h2>
          <p class="hint">{t('dashboard.netAndShare')}</p>
        </header>
        <BarList
          label={props.title}
          rows={rows()}
          format={(value) => format().compactMoney(value, props.top.currency ?? 'XXX')}
          onOpen={({ key }) => props.onOpen(key)}
        />
      </section>
    </Show>
  )
}
