import { render } from 'solid-js/web'
import 'virtual:uno.css'
import '../ui/theme/tokens.css'
import '../ui/theme/base.css'
import type { Shop } from '../views/shop.tsx'
import { loadText } from '../ui/text/text.tsx'
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
  return createShop(await session)
}

/** When the browser has drawn what is there. */
const firstPicture = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

const text = await loadText()
const shop = firstPicture().then(openShop)
const place = document.getElementById('app')
if (place) render(() => <App text={text} shop={shop} />, place)
