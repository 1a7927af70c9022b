import { createAsync, query } from '@solidjs/router'
import type { Client } from '../../../api/client.ts'
import { getSeasonality } from '../../../api/rhythm.ts'
import { useShop } from '../../shop.tsx'
import type { Target } from '../forecast.ts'

const read = query(
  (_version: string, client: Client, target: Target) => client.run(getSeasonality, { target }),
  'seasonality',
)

/** The rhythm of the open shop. */
export function createRhythm(target: () => Target) {
  const shop = useShop()
  return createAsync(() => read(shop.version(), shop.client, target()))
}

type Answer = Awaited<ReturnType<typeof read>>
export type Rhythm = Extract<Answer, { ok: true }>['value']
export type Effect = Rhythm['weekdays'][number]
