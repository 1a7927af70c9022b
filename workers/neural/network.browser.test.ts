import * as tf from '@tensorflow/tfjs'
import { expect, it, vi } from 'vitest'
import { seeded } from '../../src/analytics/forecast/statistics.ts'
import { startBackend } from './backend.ts'
import { trainNetwork } from './network.ts'

const INPUT = 6
const OUTPUT = 2
const random = seeded(3)
const examples = {
  count: 60,
  inputs: Float32Array.from({ length: 60 * INPUT }, () => random() - 0.5),
  targets: Float32Array.from({ length: 60 * OUTPUT }, () => random() - 0.5),
}
const train = (seed: number) => trainNetwork(examples, INPUT, OUTPUT, { seed, pause: async () => false })

it('frees all that it took: after 20 trainings the memory is as before', async () => {
  expect(await startBackend(['webgl', 'wasm', 'cpu'])).not.toBeNull()
  await train(1)
  const { numTensors, numBytes } = tf.memory()
  for (let seed = 2; seed < 22; seed++) await train(seed)
  expect(tf.memory()).toMatchObject({ numTensors, numBytes })
})

it('says aloud that the graphics context was lost, which tfjs itself would wait on for ever', async () => {
  if ((await startBackend()) !== 'webgl') return
  const told = vi.fn()
  vi.stubGlobal('reportError', told)
  const { gl } = (tf.backend() as unknown as { gpgpu: { gl: WebGL2RenderingContext } }).gpgpu
  gl.getExtension('WEBGL_lose_context')!.loseContext()
  await expect.poll(() => told.mock.calls.length).toBe(1)
  expect(String(told.mock.calls[0]![0])).toContain('webglcontextlost')
  vi.unstubAllGlobals()
})
