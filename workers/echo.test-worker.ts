import { success } from '../src/model/outcome.ts'
import type { Call } from './contract.ts'
import { serve } from './serve.ts'

/** A worker that misbehaves on demand: for the tests of the bridge. */
const double: Call<number, number> = async (value) => success(value * 2)

const count: Call<number, number> = async (total, job) => {
  let done = 0
  while (done < total && !job.stop.aborted) await job.beat({ done: ++done, total, phase: 'count' })
  return success(done)
}

const spin: Call<number, number> = async (ms) => {
  const until = performance.now() + ms
  while (performance.now() < until);
  return success(ms)
}

const hang: Call<null, never> = () => new Promise(() => {})

const throwing: Call<string, never> = async (text) => {
  throw new Error(text)
}

const fill: Call<null, never> = async () => {
  throw new DOMException('full', 'QuotaExceededError')
}

const throwLater: Call<string, never> = (text) => {
  setTimeout(() => {
    throw new Error(text)
  })
  return new Promise(() => {})
}

const rejectAside: Call<string, never> = (text) => {
  void Promise.reject(new Error(text))
  return new Promise(() => {})
}

const calls = { double, count, spin, hang, throwing, fill, throwLater, rejectAside }
export type EchoCalls = typeof calls
serve(calls satisfies EchoCalls)
