import { Match, Show, Switch } from 'solid-js'
import type { Failure } from '../../model/outcome.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureCard } from '../../ui/failure-card.tsx'
import { Field } from '../../ui/field.tsx'
import { SecretInput } from '../../ui/secret-input.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { Comparison } from './comparison.tsx'
import { Inside } from './file-inside.tsx'
import { MergeReview } from './merge-review.tsx'
import { Actions } from './open-actions.tsx'
import { createOpenState, type OpenDialogProps, type Seen } from './open-state.ts'

interface PasswordFormProps {
  readonly fault: Failure
  readonly value: string
  readonly onInput: (value: string) => void
  readonly onSubmit: () => void
}

function PasswordForm(props: PasswordFormProps) {
  const t = useText()
  const submit = (event: Event) => {
    event.preventDefault()
    props.onSubmit()
  }
  return (
    <form class="flex flex-col gap-3" onSubmit={submit}>
      <p>{t('files.needsPassword')}</p>
      <Field
        label={t('files.passwordField')}
        error={props.fault.code === 'WRONG_PASSWORD' ? t('problems.WRONG_PASSWORD') : undefined}
      >
        {(attributes) => (
          <SecretInput
            {...attributes}
            class="w-full"
            autocomplete="off"
            autofocus
            value={props.value}
            onInput={props.onInput}
          />
        )}
      </Field>
      <Button type="submit" look="primary" class="self-start">
        {t('files.look')}
      </Button>
    </form>
  )
}

const wantsPassword = (seen: Seen | undefined): Failure | undefined =>
  seen && !seen.ok && ['PASSWORD_NEEDED', 'WRONG_PASSWORD'].includes(seen.failure.code)
    ? seen.failure
    : undefined

/** Shows what is in a workspace file before anything is stored, then opens it as a workspace of its own. */
export function OpenDialog(props: OpenDialogProps) {
  const t = useText()
  const state = createOpenState(props)
  const shop = useShop()
  const { merging, seen, look, password, setPassword, facts, refused, close } = state
  const title = () => {
    const names = { file: props.file?.name ?? '', name: shop.name() }
    if (state.comparing.compared()) return t('files.compareTitle', names)
    return merging.review() ? t('files.mergeTitle', names) : t('files.openTitle', { name: names.file })
  }
  return (
    <Dialog
      open={props.file !== undefined}
      onClose={close}
      size={state.comparing.compared() || merging.review() ? 'lg' : 'md'}
      title={title()}
      actions={<Actions state={state} />}
    >
      <Switch
        fallback={
          <div class="flex flex-col gap-3">
            <p role="status">{t('files.looking')}</p>
            <Skeleton class="h-6" count={4} />
          </div>
        }
      >
        <Match when={wantsPassword(seen())}>
          {(failed) => (
            <PasswordForm
              fault={failed()}
              value={password()}
              onInput={setPassword}
              onSubmit={() => props.file && void look(props.file, password())}
            />
          )}
        </Match>
        <Match when={refused()}>
          {(failed) => <FailureCard code={failed().code} detail={failed().detail} />}
        </Match>
        <Match when={state.comparing.compared()}>{(found) => <Comparison compared={found()} />}</Match>
        <Match when={merging.review()}>
          {(review) => (
            <MergeReview review={review()} choices={merging.choices()} onChoice={merging.choose} />
          )}
        </Match>
        <Match when={facts()}>
          {(inside) => (
            <div class="flex flex-col gap-3">
              <Inside facts={inside()} />
              <Show when={!shop.viewer() && !shop.locked() && inside().kind !== 'viewer'}>
                <p class="hint">{t('files.whatToDo', { name: shop.name() })}</p>
              </Show>
            </div>
          )}
        </Match>
      </Switch>
    </Dialog>
  )
}
