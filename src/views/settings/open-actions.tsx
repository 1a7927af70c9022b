import { Match, Show, Switch } from 'solid-js'
import type { JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import type { Act, OpenState } from './open-state.ts'

interface ActProps {
  readonly act: Act
  readonly state: OpenState
  readonly look?: 'primary'
  readonly children: JSX.Element
}

/** One of the things to do with the file; the others wait while it runs. */
function ActButton(props: ActProps) {
  const running = () => props.state.running()
  return (
    <Button
      look={props.look}
      busy={running() === props.act}
      disabled={running() !== undefined && running() !== props.act}
      onClick={() => void props.state.acts[props.act]()}
    >
      {props.children}
    </Button>
  )
}

/** What can be done with a file that was seen: open it beside; compare or merge it, where there is something to do so with. */
function Choices(props: { readonly state: OpenState }) {
  const t = useText()
  const shop = useShop()
  return (
    <>
      <Show when={!shop.viewer() && !shop.locked() && props.state.facts()?.kind !== 'viewer'}>
        <Show when={shop.span().first !== null}>
          <ActButton act="compare" state={props.state}>
            {t('sharing.compare')}
          </ActButton>
        </Show>
        <ActButton act="review" state={props.state}>
          {t('files.mergeInto', { name: shop.name() })}
        </ActButton>
      </Show>
      <ActButton act="open" look="primary" state={props.state}>
        {t('files.openBeside')}
      </ActButton>
    </>
  )
}

/** Open beside, or look at a merge, then merge; back from each to what is in the file. */
export function Actions(props: { readonly state: OpenState }) {
  const t = useText()
  const deeper = () =>
    props.state.comparing.compared() !== undefined ||
    props.state.merging.review() !== undefined ||
    props.state.fault() !== undefined
  return (
    <>
      <Show when={deeper()} fallback={<Button onClick={props.state.close}>{t('parts.cancel')}</Button>}>
        <Button icon="i-lucide-arrow-left" onClick={props.state.back}>
          {t('files.back')}
        </Button>
      </Show>
      <Switch>
        <Match when={props.state.comparing.compared()}>
          <Button look="primary" onClick={props.state.close}>
            {t('parts.close')}
          </Button>
        </Match>
        <Match when={props.state.merging.review() && !props.state.fault()}>
          <ActButton act="merge" look="primary" state={props.state}>
            {t('files.merge')}
          </ActButton>
        </Match>
        <Match when={props.state.facts() && !props.state.fault()}>
          <Choices state={props.state} />
        </Match>
      </Switch>
    </>
  )
}
