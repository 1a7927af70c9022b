import { createVentas } from '../api/ventas.ts'
import type { Shop } from '../views/shop.tsx'
import { createSession } from '../workspace/session.ts'
import { answerServiceWorker } from './api-door.ts'
import { createShop } from './shop.ts'

/** Opens storage, engine and API: one part of the app, asked for at once, after the first picture. */
export async function openShop(): Promise<Shop> {
  const session = createSession()
  window.ventas = createVentas(session)
  answerServiceWorker(window.ventas)
  return createShop(await session)
}
