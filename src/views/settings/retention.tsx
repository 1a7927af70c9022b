import { Show, createSignal } from 'solid-js'
import { retainPeople } from '../../api/privacy.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { copiesAgain } from './data.ts'
import { EraseDialog } from './erase-dialog.tsx'
import { createAsking } from './asking.ts'

interface Preview {
  readonly months: number
  readonly people: number
  /** The last day that does not count: who has ordered since then stays. */
  readonly before: string
}

const isMonths = (months: number): boolean => Number.isInteger(months) && months >= 1 && months <= 600

/** What was typed, who that would be, and their erasure: always of the months that were looked at. */
function createRetention() {
  const t = useText()
  const told = createAsking()
  const [months, setMonths] = createSignal('36')
  const [seen, setSeen] = createSignal<Preview>()
  const [asking, setAsking] = createSignal(false)
  const look = async () => {
    const asked = Number(months())
    const outcome = await told.run(retainPeople, { months: asked, apply: false })
    if (outcome.ok && Number(months()) === asked) setSeen({ months: asked, ...outcome.value })
  }
  const erase = async () => {
    setAsking(false)
    const outcome = await told.run(retainPeople, { months: seen()?.months ?? 0, apply: true })
    if (!outcome.ok) return
    setSeen(undefined)
    told.notices.show({ tone: 'good', title: t('safety.retentionDone', { count: outcome.value.people }) })
    await copiesAgain()
  }
  return {
    busy: told.busy,
    months,
    valid: () => isMonths(Number(months())),
    change(typed: string) {
      setMonths(typed)
      setSeen(undefined)
    },
    seen,
    look,
    erase,
    asking,
    setAsking,
  }
}

/** Who the rule would erase; first, whether the data reach the day that it asks about. */
function Affected(props: {
  readonly preview: Preview
  readonly busy: boolean
  readonly onErase: () => void
}) {
  const t = useText()
  const format = useFormat()
  const shop = useShop()
  /** The last day that is known, where the rule would judge days of which nothing is known. */
  const endsBefore = () => {
    const { last } = shop.span()
    const { people, before } = props.preview
    return people > 0 && last !== null && last < before ? last : undefined
  }
  return (
    <>
      <Show when={endsBefore()}>
        {(last) => (
          <p class="flex items-start gap-2 text-warn">
            <span class="i-lucide-triangle-alert mt-0.5" aria-hidden="true" />
            {t('safety.retentionOld', { last: format().day(last()) })}
          </p>
        )}
      </Show>
      <div class="flex flex-wrap items-center gap-3">
        <p role="status">
          {t('safety.retentionOf', {
            count: props.preview.people,
            day: format().day(props.preview.before),
          })}
        </p>
        <Show when={props.preview.people > 0}>
          <Button look="danger" size="sm" busy={props.busy} onClick={() => props.onErase()}>
            {t('safety.retentionApply')}
          </Button>
        </Show>
      </div>
    </>
  )
}

/** How many have not ordered for so long, and their erasure. */
export function Retention() {
  const t = useText()
  const { busy, months, valid, change, seen, look, erase, asking, setAsking } = createRetention()
  return (
    <div class="flex flex-col gap-2">
      <div class="flex flex-col">
        <h3 class="font-medium">{t('safety.retention')}</h3>
        <p class="text-muted">{t('safety.retentionWhat')}</p>
      </div>
      <div class="flex flex-wrap items-end gap-2">
        <Field
          label={t('safety.retentionMonths')}
          class="w-48"
          error={valid() ? undefined : t('safety.retentionMonthsBad')}
        >
          {(attributes) => (
            <TextInput {...attributes} type="number" min="1" max="600" value={months()} onInput={change} />
          )}
        </Field>
        <Button busy={busy()} disabled={!valid()} onClick={() => void look()}>
          {t('safety.retentionPreview')}
        </Button>
      </div>
      <Show when={seen()}>
        {(preview) => <Affected preview={preview()} busy={busy()} onErase={() => setAsking(true)} />}
      </Show>
      <EraseDialog
        open={asking()}
        title={t('safety.retentionTitle', { count: seen()?.people ?? 0 })}
        what={t('safety.retentionEraseWhat')}
        action={t('safety.retentionDo')}
        onClose={() => setAsking(false)}
        onErase={() => void erase()}
      />
    </div>
  )
}
