import { afterEach, expect, it, vi } from 'vitest'
import type { EchoCalls } from '../../workers/echo.test-worker.ts'
import { createWorkerClient, type WorkerClient } from './worker-client.ts'

let client: WorkerClient<EchoCalls>
let started = 0
const make = (options?: Parameters<typeof createWorkerClient>[1]) => {
  started = 0
  client = createWorkerClient<EchoCalls>(() => {
    started += 1
    return new Worker(new URL('../../workers/echo.test-worker.ts', import.meta.url), { type: 'module' })
  }, options)
  return client
}
afterEach(() => client.stop())

it('answers calls in order, in one worker', async () => {
  make()
  const answers = await Promise.all([1, 2, 3].map((value) => client.call('double', value)))
  expect(answers.map((answer) => answer.ok && answer.value)).toEqual([2, 4, 6])
  expect(started).toBe(1)
})

it('tells progress', async () => {
  make()
  const seen: number[] = []
  await client.call('count', 5, { onProgress: (progress) => seen.push(progress.done) })
  expect(seen).toEqual([1, 2, 3, 4, 5])
})

it('cancels a call that listens, and keeps its worker', async () => {
  make()
  const control = new AbortController()
  const answer = client.call('count', 1e9, {
    signal: control.signal,
    onProgress: (progress) => progress.done === 10 && control.abort(),
  })
  expect(await answer).toMatchObject({ ok: false, failure: { code: 'CANCELLED' } })
  expect(await client.call('double', 4)).toEqual({ ok: true, value: 8 })
  expect(started).toBe(1)
})

it('cancels a call that does not listen within 300 ms and starts a new worker', async () => {
  make({ graceMs: 100 })
  await client.call('double', 1)
  const control = new AbortController()
  const answer = client.call('spin', 20_000, { signal: control.signal })
  await new Promise((resolve) => setTimeout(resolve, 50))
  const from = performance.now()
  control.abort()
  expect(await answer).toMatchObject({ failure: { code: 'CANCELLED' } })
  expect(performance.now() - from).toBeLessThan(300)
  expect(await client.call('double', 4)).toEqual({ ok: true, value: 8 })
  expect(started).toBe(2)
})

it('cancels a queued call without running it', async () => {
  make()
  const control = new AbortController()
  const first = client.call('spin', 200)
  const second = client.call('double', 1, { signal: control.signal })
  control.abort()
  expect(await second).toMatchObject({ failure: { code: 'CANCELLED' } })
  expect(await first).toMatchObject({ ok: true })
})

it('ends a silent worker', async () => {
  make({ silenceMs: 300 })
  expect(await client.call('hang', null)).toMatchObject({
    failure: { code: 'ENGINE_FAILED', fields: { reason: 'silence' } },
  })
  await vi.waitFor(async () => expect(await client.call('double', 4)).toEqual({ ok: true, value: 8 }))
})

it('gives a thrown error back as data and keeps its worker', async () => {
  make()
  expect(await client.call('throwing', 'broken')).toMatchObject({
    failure: { code: 'ENGINE_FAILED', detail: 'broken' },
  })
  expect(await client.call('double', 4)).toEqual({ ok: true, value: 8 })
  expect(started).toBe(1)
})

it('says QUOTA of a call that finds the disk full', async () => {
  make()
  expect(await client.call('fill', null)).toMatchObject({ failure: { code: 'QUOTA' } })
})

it('answers when its worker is stopped', async () => {
  make()
  const answer = client.call('hang', null)
  await new Promise((resolve) => setTimeout(resolve, 200))
  client.stop()
  expect(await answer).toMatchObject({ failure: { code: 'ENGINE_FAILED' } })
})

it('cancels what runs and what waits when its worker is dropped, and starts anew for what comes later', async () => {
  make()
  const first = client.call('hang', null)
  const second = client.call('double', 1)
  await new Promise((resolve) => setTimeout(resolve, 200))
  client.drop()
  for (const answer of [first, second]) expect(await answer).toMatchObject({ failure: { code: 'CANCELLED' } })
  expect(started).toBe(1)
  expect(await client.call('double', 4)).toEqual({ ok: true, value: 8 })
})

it.each(['throwLater', 'rejectAside'] as const)('answers a worker error: %s', async (name) => {
  make()
  expect(await client.call(name, 'aside')).toMatchObject({
    failure: { code: 'ENGINE_FAILED', detail: expect.stringContaining('aside'), fields: { reason: 'error' } },
  })
  expect(await client.call('double', 4)).toEqual({ ok: true, value: 8 })
  expect(started).toBe(2)
})
