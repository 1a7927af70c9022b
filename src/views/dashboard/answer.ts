import { createMemo, createResource, onCleanup } from 'solid-js'
import type { Accessor } from 'solid-js'
import type { Client } from '../../api/client.ts'
import type { Outcome } from '../../model/outcome.ts'

/** What a card asks: the same question at the same `version` of the data has the same answer. */
export interface Question<Value> {
  readonly version: string
  readonly days: string
  /** Under which the answer is kept. */
  readonly key: string
  /** Whether the answer is worth keeping for the next visit. */
  readonly keep: boolean
  readonly ask: (signal: AbortSignal) => Promise<Outcome<Value>>
}

export interface Answer<Value> {
  /** The newest answer there is; suspends while there is none at all. */
  readonly outcome: Accessor<Outcome<Value> | undefined>
  /** A newer answer is on its way. */
  readonly updating: Accessor<boolean>
  /** What is shown was kept from the last visit: the engine has not answered yet. */
  readonly remembered: Accessor<boolean>
  readonly again: () => void
}

/** Keeps an answer for the next visit, unless the data have changed since it was asked for. */
async function remember<Value>(
  client: Client,
  question: Question<Value>,
  outcome: Outcome<Value>,
  asked: number,
) {
  const workspace = client.session.current()
  if (outcome.ok && question.keep && workspace.generation() === asked)
    await workspace.lastKnown.write(question.key, outcome.value)
}

const readKept =
  <Value>(client: Client) =>
  async ({ key, keep }: Question<Value>): Promise<Value | null> =>
    keep ? client.session.current().lastKnown.read<Value>(key) : null

const same = (a: Question<unknown> | undefined, b: Question<unknown>) =>
  a?.key === b.key && a.days === b.days && a.version === b.version

/**
 * An answer that is there at once where the last visit left it, and is replaced when the engine has answered. When
 * the question changes, the answer to the one before stays until the new one comes.
 */
export function createAnswer<Value>(client: Client, asking: () => Question<Value>): Answer<Value> {
  let running: AbortController | undefined
  const question = createMemo(asking, undefined, { equals: same })
  const askNow = async (asked: Question<Value>): Promise<Outcome<Value>> => {
    running?.abort()
    const controller = new AbortController()
    running = controller
    const generation = client.session.current().generation()
    const outcome = await asked.ask(controller.signal)
    if (!controller.signal.aborted) await remember(client, asked, outcome, generation).catch(() => {})
    return outcome
  }
  const [live, { refetch }] = createResource(question, askNow)
  const [kept] = createResource(question, readKept<Value>(client))
  onCleanup(() => running?.abort())
  const answered = () => live.state === 'ready' || live.state === 'refreshing'
  return {
    outcome: () => {
      if (answered()) return live.latest
      const value = kept()
      // While that is being read, `live` must not be: whoever reads it waits for the engine.
      if (kept.loading) return undefined
      return value === null || value === undefined ? live() : { ok: true, value }
    },
    updating: () => live.state === 'refreshing',
    remembered: () => !answered() && kept.state === 'ready' && kept.latest !== null,
    again: () => void refetch(),
  }
}
