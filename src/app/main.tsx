import { render } from 'solid-js/web'
import 'virtual:uno.css'
import '../ui/theme/tokens.css'
import '../ui/theme/base.css'
import { guardSinks } from '../workspace/trusted-types.ts'
import type { Shop } from '../views/shop.tsx'
import { loadFrameText, loadText } from '../ui/text/text.tsx'
import { loadFont } from '../ui/theme/font.ts'
import { App } from './app.tsx'
import { preloadParts } from './frame.tsx'

/** Storage, engine and API come after the first picture. */
const openShop = async (): Promise<Shop> => (await import('./open-shop.ts')).openShop()

/** Longest wait for the first picture: not every browser tells of it. */
const PATIENCE_MS = 1500

/** When the browser has drawn what is there. */
const firstPicture = (): Promise<void> =>
  new Promise((resolve) => {
    // A tab in the background draws nothing; on a return all is on this device already.
    const returning = Boolean(navigator.serviceWorker?.controller)
    setTimeout(resolve, document.hidden || returning ? 0 : PATIENCE_MS)
    const seen = (list: PerformanceObserverEntryList) => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) resolve()
    }
    new PerformanceObserver(seen).observe({ type: 'paint', buffered: true })
  })

guardSinks()
const drawn = firstPicture()
void drawn.then(loadFont)
const opened = drawn.then(openShop)
void drawn.then(() => preloadParts(location.pathname))
const text = await loadFrameText()
const wholeText = drawn.then(() => loadText(text.language))
// What deals with the shop speaks with all texts, also of why it could not be opened.
const both = [opened, wholeText] as const
const shop = Promise.allSettled(both).then(async () => (await Promise.all(both))[0])
const place = document.getElementById('app')
if (place) render(() => <App text={text} wholeText={wholeText} shop={shop} />, place)
