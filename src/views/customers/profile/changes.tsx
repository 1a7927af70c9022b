import { For, Show } from 'solid-js'
import type { CustomerProfile } from '../../../api/customers-schemas.ts'
import { Button } from '../../../ui/button.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { TitledCard } from '../../../ui/titled-card.tsx'
import { createUndo } from '../undo.ts'

type Change = CustomerProfile['changes'][number]

const FIELDS = ['name', 'email', 'phone', 'country', 'tags'] as const

/** What was changed by hand, newest first; each can be taken back. */
export function Changes(props: { readonly customer: CustomerProfile }) {
  const t = useText()
  const format = useFormat()
  const undo = createUndo()
  const fields = (change: Change) =>
    FIELDS.filter((field) => change.fields.includes(field))
      .map((field) => t(`customers.${field}`).toLowerCase())
      .join(', ')
  const words = (change: Change) => {
    if (change.action === 'merge') return t('customers.changeMerge', { name: change.label })
    if (change.action === 'create') return t('customers.changeCreate')
    return t('customers.changeFields', { fields: fields(change) })
  }
  return (
    <Show when={props.customer.changes.length > 0}>
      <TitledCard id="changes" title={t('customers.changes')} hint={t('customers.changesHint')}>
        <ul class="flex flex-col gap-3">
          <For each={props.customer.changes}>
            {(change) => (
              <li class="flex items-start gap-2">
                <div class="grow min-w-0">
                  <p class="break-words">{words(change)}</p>
                  <p class="hint">{format().instant(change.at)}</p>
                </div>
                <Button size="sm" look="quiet" icon="i-lucide-undo-2" onClick={() => void undo(change.id)}>
                  {t('parts.undo')}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </TitledCard>
    </Show>
  )
}
