import { afterAll, beforeAll, expect, it } from 'vitest'
import { seeded } from '../../analytics/forecast/statistics.ts'
import { endWorkers } from '../../jobs/worker-client.ts'
import { createSession, type Session } from '../session.ts'
import { demandNetwork, type NetworkQuestion } from './demand-network.ts'

let session: Session
beforeAll(async () => {
  session = await createSession()
  const { id } = await session.create('network test')
  await session.open(id)
})
afterAll(() => session.remove(session.current().row.id))

/** Twelve products of 360 days with a weekly rhythm; `last` is what the first of them sold on the last day. */
function questionOf(last: number): NetworkQuestion {
  const random = seeded(11)
  const products = Array.from({ length: 12 }, (_, i) => ({
    product_id: `P${i}`,
    category: i % 2 ? 'odd' : 'even',
    values: Float64Array.from({ length: 360 }, (__, day) =>
      i === 0 && day === 359 ? last : Math.floor((i + 2) * (1 + (day % 7 > 4 ? 1 : 0)) * random()),
    ),
  }))
  return { products, from: '2024-01-01', to: '2024-12-25', horizon: 14, seed: 5 }
}

/** Asks for the network; what its training said of its steps, and at the first step after `at` what is done. */
async function ask(
  question: NetworkQuestion,
  at = Infinity,
  act: (control: AbortController) => void = () => {},
) {
  const control = new AbortController()
  const done: number[] = []
  let acted = false
  const answer = await demandNetwork(session.current(), question, {
    signal: control.signal,
    onProgress: (progress) => {
      done.push(progress.done)
      if (acted || progress.done <= at) return
      acted = true
      act(control)
    },
  })
  return { answer, done, acted }
}

it('keeps the network of all products: taken up after a cancel and a dead worker, reused, and trained anew when a day changes', async () => {
  const question = questionOf(3)
  const stopped = await ask(question, 150, (control) => control.abort())
  expect(stopped.answer).toMatchObject({ ok: false, failure: { code: 'CANCELLED' } })
  expect(await session.current().records('models').list()).toEqual([])

  const models = session.current().records('models')
  const earlier = (horizon: number) =>
    models.put({
      task: 'product_demand',
      seed: 5,
      artifacts: {},
      explanations: { global_network: { horizon } },
    })
  const [sameUse, otherUse] = [await earlier(30), await earlier(90)]
  const resumed = await ask(question, 300, () => endWorkers('stop'))
  if (!resumed.answer.ok || !resumed.answer.value) throw new Error(JSON.stringify(resumed.answer))
  expect(Math.min(...resumed.done)).toBeGreaterThan(150)
  expect(resumed.acted).toBe(true)
  expect((await models.get(sameUse.id))?.data['artifacts']).toBeNull()
  expect((await models.get(otherUse.id))?.data['artifacts']).toEqual({})
  const [model] = await models.list()
  expect(model?.data).toMatchObject({ task: 'product_demand', model: 'global_network', resumed: true })
  expect(await session.current().records('training_logs').list()).toHaveLength(1)

  const again = await ask(question)
  expect(again.done).toEqual([])
  if (!again.answer.ok) throw new Error(JSON.stringify(again.answer))
  expect(again.answer.value).toEqual(resumed.answer.value)
  // Another number of days that the same network was trained for is no reason to train again.
  expect((await ask({ ...question, horizon: 30 })).done).toEqual([])

  const changed = await ask(questionOf(4), 0, (control) => control.abort())
  expect(changed.answer).toMatchObject({ ok: false, failure: { code: 'CANCELLED' } })
  expect(changed.done[0]).toBeLessThan(150)
}, 60_000)
