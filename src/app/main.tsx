import { render } from 'solid-js/web'
import 'virtual:uno.css'
import '../ui/theme/tokens.css'
import '../ui/theme/base.css'
import { guardSinks } from '../workspace/trusted-types.ts'
import type { Shop } from '../views/shop.tsx'
import { loadText } from '../ui/text/text.tsx'
import { loadFont } from '../ui/theme/font.ts'
import { answerServiceWorker } from './api-door.ts'
import { App } from './app.tsx'

/** Storage, engine and API come after the first picture. */
async function openShop(): Promise<Shop> {
  const [{ createSession }, { createShop }, { createVentas }] = await Promise.all([
    import('../workspace/session.ts'),
    import('./shop.ts'),
    import('../api/ventas.ts'),
  ])
  const session = createSession()
  window.ventas = createVentas(session)
  answerServiceWorker(window.ventas)
  return createShop(await session)
}

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
const shop = drawn.then(openShop)
const text = await loadText()
const place = document.getElementById('app')
if (place) render(() => <App text={text} shop={shop} />, place)
