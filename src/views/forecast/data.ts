import { createResource } from 'solid-js'
import { latestForecast } from '../../api/forecast-generate.ts'
import { useShop } from '../shop.tsx'
import type { Question } from './address.ts'
import type { Forecast } from './forecast.ts'
import { made } from './training.ts'

/** A forecast that was made before, and whether the data are still those that it was made from. */
export interface KeptForecast {
  readonly forecast: Forecast
  /** Instant. */
  readonly at: string
  readonly current: boolean
}

/** The newest forecast that answers the question; read again when one was made and when the data change. */
export function createKeptForecast(question: () => Question) {
  const shop = useShop()
  const read = async ({ question: asked }: { question: Question }): Promise<KeptForecast | null> => {
    const found = await shop.client.run(latestForecast, asked)
    if (!found.ok || !found.value.forecast) return null
    const { forecast, made_at, current } = found.value
    return { forecast, at: made_at ?? '', current }
  }
  const [kept] = createResource(() => ({ question: question(), version: shop.version(), made: made() }), read)
  return kept
}
