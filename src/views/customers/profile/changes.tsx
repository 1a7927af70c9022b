import { For, Show } from 'solid-js'
import type { CustomerProfile } from '../../../api/customers-schemas.ts'
import { Button } from '../../../ui/button.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
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
      <section class="card-pad flex flex-col gap-3" aria-labelledby="changes">
        <header>
          <h2 id="changes" class="section-title">
            {t('customers.changes')}
          </h2>
          <p class="hint">{t('customers.changesHint')}</p>
        </header>
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
      </section>
    </Show>
  )
}
