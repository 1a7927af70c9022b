import { expect, it, vi } from 'vitest'
import { shareRuns } from './shared-runs.ts'

const statement = { sql: 'SELECT ?', params: [1] }

function slow() {
  const ends: ((rows: unknown[]) => void)[] = []
  const run = vi.fn(() => new Promise<unknown[]>((resolve) => ends.push(resolve)))
  return { runner: { run: run as never }, run, ends }
}

it('runs a statement once for all that ask it at the same time, and anew afterwards', async () => {
  const { runner, run, ends } = slow()
  const shared = shareRuns(runner, () => 1)
  const both = Promise.all([shared.run(statement), shared.run({ ...statement, params: [1] })])
  await Promise.resolve()
  ends[0]?.([{ a: 1 }])
  const [first, second] = await both
  expect(first).toEqual([{ a: 1 }])
  expect(second).toEqual(first)
  expect(second).not.toBe(first)
  expect(run).toHaveBeenCalledTimes(1)
  void shared.run(statement)
  expect(run).toHaveBeenCalledTimes(2)
})

it('keeps other parameters, other states and failures apart', async () => {
  let generation = 1
  const run = vi.fn().mockRejectedValueOnce(new Error('lost')).mockResolvedValue([])
  const shared = shareRuns({ run }, () => generation)
  await expect(shared.run(statement)).rejects.toThrow('lost')
  await expect(shared.run(statement)).resolves.toEqual([])
  void shared.run(statement)
  void shared.run({ ...statement, params: [2] })
  generation = 2
  void shared.run(statement)
  expect(run).toHaveBeenCalledTimes(5)
})

it('does not answer an asker who has stopped', async () => {
  const { runner, ends } = slow()
  const stop = new AbortController()
  const answer = shareRuns(runner, () => 1).run(statement, stop.signal)
  stop.abort()
  ends[0]?.([])
  await expect(answer).rejects.toThrow(/abort/i)
})
