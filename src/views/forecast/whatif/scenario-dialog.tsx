import { Index, createEffect, createSignal } from 'solid-js'
import { addDays } from '../../../model/day.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field, TextInput } from '../../../ui/field.tsx'
import { useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import { readSteps } from '../address.ts'
import type { Target } from '../forecast.ts'
import { ChangeForm } from './change-form.tsx'
import { changeOf, type Draft, faultsOf, startChange, type TypedChange, typedOf } from './draft.ts'

export interface ScenarioDialogProps {
  readonly open: boolean
  /** The scenario that is changed; none: a new one. */
  readonly given: Draft | undefined
  readonly target: Target
  readonly days: number
  readonly onClose: () => void
  readonly onKeep: (draft: Draft) => void
}

/** What is typed in the dialog; begins anew each time that it opens. */
function createTyping(props: ScenarioDialogProps) {
  const shop = useShop()
  const [name, setName] = createSignal('')
  const [days, setDays] = createSignal('')
  const [changes, setChanges] = createSignal<readonly TypedChange[]>([])
  const [tried, setTried] = createSignal(false)
  const span = () => {
    const first = addDays(shop.today(), 1)
    return { from: first, to: addDays(first, (readSteps(days()) ?? props.days) - 1) }
  }
  const fresh = () => startChange('price', span().from, span().to)
  createEffect(() => {
    if (!props.open) return
    setTried(false)
    setName(props.given?.name ?? '')
    setDays(String(props.given?.days ?? props.days))
    setChanges(props.given ? props.given.changes.map(typedOf) : [fresh()])
  })
  const draft = (): Draft | undefined => {
    const horizon = readSteps(days())
    const sound = changes().every((change) => Object.keys(faultsOf(change)).length === 0)
    if (name().trim() === '' || horizon === undefined || !sound) return undefined
    const target = props.given?.target ?? props.target
    return { name: name().trim(), target, days: horizon, changes: changes().map(changeOf) }
  }
  return {
    name,
    setName,
    days,
    setDays,
    changes,
    tried,
    setTried,
    draft,
    add: () => setChanges([...changes(), fresh()]),
    put: (at: number, change: TypedChange) => setChanges(changes().with(at, change)),
    drop: (at: number) => setChanges(changes().toSpliced(at, 1)),
  }
}

/** The list of suppositions, and the button for one more. */
function Changes(props: { readonly typing: ReturnType<typeof createTyping> }) {
  const t = useText()
  return (
    <>
      <ul class="flex flex-col gap-3">
        <Index each={props.typing.changes()}>
          {(change, at) => (
            <ChangeForm
              change={change()}
              tried={props.typing.tried()}
              onChange={(next) => props.typing.put(at, next)}
              onRemove={() => props.typing.drop(at)}
            />
          )}
        </Index>
      </ul>
      <Button class="self-start" icon="i-lucide-plus" onClick={() => props.typing.add()}>
        {t('outlook.addChange')}
      </Button>
    </>
  )
}

/** Makes or changes a scenario. */
export function ScenarioDialog(props: ScenarioDialogProps) {
  const t = useText()
  const typing = createTyping(props)
  const keep = () => {
    typing.setTried(true)
    const draft = typing.draft()
    if (draft) props.onKeep(draft)
  }
  const nameless = () => typing.tried() && typing.name().trim() === ''
  const wrongDays = () => typing.tried() && readSteps(typing.days()) === undefined
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t(props.given ? 'outlook.editScenario' : 'outlook.newScenario')}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('parts.cancel')}</Button>
          <Button look="primary" onClick={keep}>
            {t('outlook.keep')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <Field label={t('outlook.scenarioName')} error={nameless() ? t('outlook.nameNeeded') : undefined}>
          {(attributes) => (
            <TextInput
              {...attributes}
              autofocus
              maxlength={120}
              value={typing.name()}
              onInput={typing.setName}
            />
          )}
        </Field>
        <Field label={t('outlook.daysAhead')} error={wrongDays() ? t('outlook.daysWrong') : undefined}>
          {(attributes) => (
            <TextInput
              {...attributes}
              class="w-28"
              inputmode="numeric"
              value={typing.days()}
              onInput={typing.setDays}
            />
          )}
        </Field>
        <h3 class="font-medium">{t('outlook.changes')}</h3>
        <Changes typing={typing} />
      </div>
    </Dialog>
  )
}
