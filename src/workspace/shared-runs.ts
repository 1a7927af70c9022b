import type { Runner, Statement } from '../query/statement.ts'

/**
 * A runner that answers a statement which is asked again while its answer is still under way from that one run: the
 * parts of a page ask much alike at the same moment. Nothing is kept once it is answered. `state` names what an answer
 * depends on beside the statement (the generation): askers in another one get a run of their own.
 */
export function shareRuns(runner: Runner, state: () => unknown): Runner {
  const under = new Map<string, Promise<readonly unknown[]>>()

  function start<Row>(key: string, statement: Statement<Row>): Promise<readonly unknown[]> {
    const answer = runner.run(statement)
    under.set(key, answer)
    const forget = () => void under.delete(key)
    answer.then(forget, forget)
    return answer
  }

  return {
    async run<Row>(statement: Statement<Row>, signal?: AbortSignal): Promise<Row[]> {
      signal?.throwIfAborted()
      const key = JSON.stringify([state(), statement.sql, statement.params])
      const rows = await (under.get(key) ?? start(key, statement))
      signal?.throwIfAborted()
      return [...rows] as Row[]
    },
  }
}
