import { Router } from '@solidjs/router'
import type { RouteSectionProps } from '@solidjs/router'
import { createSignal, getOwner, onMount, runWithOwner } from 'solid-js'
import type { Shop } from '../views/shop.tsx'
import { makeAutoLock } from './auto-lock.ts'
import { FilesFromOutside } from './files-from-outside.tsx'
import { Frame } from './frame.tsx'
import { Providers, type Texts } from './providers.tsx'
import { RefreshForecasts } from './refresh-forecasts.tsx'
import { routes } from './routes.ts'
import { UpdatePrompt } from './update-prompt.tsx'

export interface AppProps extends Texts {
  /** The open workspace; the frame stands before it is there. */
  readonly shop: Promise<Shop>
}

/** The whole app. */
export function App(props: AppProps) {
  const [shop, setShop] = createSignal<Shop>()
  const owner = getOwner()
  const [failed, setFailed] = createSignal<unknown>()
  onMount(() => {
    props.shop
      .then((opened) => {
        runWithOwner(owner, () => makeAutoLock(opened))
        setShop(() => opened)
      })
      .catch((cause: unknown) => setFailed(() => cause ?? true))
  })
  const Root = (root: RouteSectionProps) => (
    <>
      {/* Beside the frame: a file that is dropped while the workspace is locked must not be opened by the browser. */}
      <FilesFromOutside />
      <Frame shop={shop()} failure={failed()}>
        <RefreshForecasts shop={shop()} />
        {root.children}
      </Frame>
    </>
  )
  return (
    <Providers text={props.text} {...(props.wholeText && { wholeText: props.wholeText })}>
      <Router root={Root}>{routes}</Router>
      <UpdatePrompt />
    </Providers>
  )
}
