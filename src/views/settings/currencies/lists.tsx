import { For, Show } from 'solid-js'
import { deleteRates, postRates } from '../../../api/rates.ts'
import { Button } from '../../../ui/button.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { createAsking } from '../asking.ts'

/** Rates that were given together. */
export interface KeptRates {
  readonly id: string
  readonly label: string
  readonly rates: number
  readonly pairs: readonly string[]
  readonly first_day: string
  readonly last_day: string
}

/** The lists of rates that are kept; each can be taken away, and that undone. */
export function RateLists(props: { readonly lists: readonly KeptRates[]; readonly onChanged: () => void }) {
  const t = useText()
  const format = useFormat()
  const asking = createAsking()
  const remove = async ({ id }: KeptRates) => {
    const outcome = await asking.run(deleteRates, { id })
    if (!outcome.ok) return
    const { label, rates } = outcome.value
    props.onChanged()
    asking.notices.show({
      tone: 'good',
      title: t('rates.removed'),
      undo: () => void asking.run(postRates, { rates, label }).then(() => props.onChanged()),
    })
  }
  return (
    <Show when={props.lists.length > 0}>
      <div class="flex flex-col gap-1">
        <h3 class="font-medium">{t('rates.lists')}</h3>
        <ul class="flex flex-col">
          <For each={props.lists}>
            {(list) => (
              <li class="flex flex-wrap items-center gap-2 py-2 border-b border-line last:border-b-0">
                <div class="grow min-w-60">
                  <bdi class="block font-medium break-words">{list.label || t('rates.pasted')}</bdi>
                  <span class="hint">
                    {t('rates.list', { n: list.rates, pairs: list.pairs.join(', ') })} ·{' '}
                    {format().dayRange(list.first_day, list.last_day)}
                  </span>
                </div>
                <Button size="sm" busy={asking.busy()} onClick={() => void remove(list)}>
                  {t('rates.remove')}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}
