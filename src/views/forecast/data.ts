import { createResource } from 'solid-js'
import type { Client } from '../../api/client.ts'
import { useShop } from '../shop.tsx'
import type { Question } from './address.ts'
import { isCurrent } from './current.ts'
import type { Forecast } from './forecast.ts'
import { made } from './training.ts'

/** A forecast that was made before, and whether the data are still those that it was made from. */
export interface KeptForecast {
  readonly forecast: Forecast
  /** Instant. */
  readonly at: string
  readonly current: boolean
}

async function readKept(client: Client, { target, days, model }: Question): Promise<KeptForecast | null> {
  const workspace = client.session.current()
  const predictions = await workspace.records('predictions').list()
  const found = predictions.find(({ data }) => {
    const answer = data['answer'] as Partial<Forecast> | undefined
    const fits = model === 'auto' || answer?.model === model
    return data['target'] === target && data['days_ahead'] === days && fits
  })
  const kept = found && (await workspace.records('sales_forecasts').get(found.id))
  if (!found || !kept) return null
  const forecast = {
    ...(found.data['answer'] as object),
    prediction_id: found.id,
    points: kept.data['points'],
  } as Forecast
  return { forecast, at: found.at, current: await isCurrent(client, found.id) }
}

/** The newest forecast of that target and horizon; read again when one was made and when the data change. */
export function createKeptForecast(question: () => Question) {
  const shop = useShop()
  const [kept] = createResource(
    () => ({ question: question(), version: shop.version(), made: made() }),
    ({ question: asked }) => readKept(shop.client, asked),
  )
  return kept
}
