import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { engineModule } from '../model/engine-module.ts'
import { closeEngineAhead, type Engine, openEngine, startEngineAhead } from './duckdb.ts'

let engine: Engine
beforeAll(async () => {
  engine = await openEngine()
})
afterAll(() => engine.close())

describe('engine', () => {
  it('binds values and gives plain ones', async () => {
    const rows = await engine.run({
      sql: `SELECT ?::VARCHAR AS text, sum(x) AS total, CAST(sum(x) * CAST(0.01 AS DECIMAL(4,2)) AS DECIMAL(20,2)) AS money, DATE '2024-02-29' AS day
        FROM (VALUES (1::BIGINT), (1234::BIGINT)) t(x)`,
      params: ["it's"],
    })
    expect(rows).toEqual([{ text: "it's", total: 1235, money: 12.35, day: '2024-02-29' }])
  })

  it('gives columns with types, cuts and says so', async () => {
    const result = await engine.raw('SELECT i::INTEGER AS i FROM range(5000) t(i)', [], 3)
    expect(result).toEqual({
      columns: [{ name: 'i', type: 'Int32' }],
      rows: [[0], [1], [2]],
      truncated: true,
    })
  })

  it('writes a file that it, and another engine, can attach', async () => {
    const file = await engine.writeDatabase(async (alias) => {
      await engine.exec(`CREATE TABLE ${alias}.t AS SELECT i::INTEGER AS i FROM range(100000) t(i)`)
    })
    const other = await openEngine()
    await other.attach('kept', file)
    expect(
      await other.run({ sql: 'SELECT count(*)::DOUBLE AS n, max(i) AS last FROM kept.t', params: [] }),
    ).toEqual([{ n: 100000, last: 99999 }])
    await other.detach('kept')
    await expect(other.exec('SELECT * FROM kept.t')).rejects.toThrow()
    await other.close()
  })

  it('compiles its program once: what a later engine is given needs no network', async () => {
    const started = (program: unknown) =>
      new Promise((resolve) => {
        const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' })
        onTestFinished(() => worker.terminate())
        worker.addEventListener('message', ({ data }) => resolve(data.type))
        if (program) worker.postMessage({ engineModule: program })
        worker.postMessage({ messageId: 1, type: 'INSTANTIATE', data: ['/there-is-no.wasm', null] })
        setTimeout(() => resolve('no answer'), 3_000)
      })
    expect(engineModule()).toBeInstanceOf(WebAssembly.Module)
    expect(await started(engineModule())).toBe('OK')
    expect(await started(null)).not.toBe('OK')
  })

  it('stops a query that is cancelled and goes on', async () => {
    const controller = new AbortController()
    const long = engine.raw('SELECT count(*) FROM range(100000) a, range(100000) b', [], 1, controller.signal)
    setTimeout(() => controller.abort(), 200)
    await expect(long).rejects.toThrow()
    expect(await engine.run({ sql: 'SELECT 1 AS one', params: [] })).toEqual([{ one: 1 }])
  })

  it('leaves no query without an answer when it is closed', async () => {
    const other = await openEngine()
    const long = other.run({ sql: 'SELECT count(*) FROM range(30000) a, range(30000) b', params: [] })
    const told = expect(long).rejects.toThrow('the engine was closed')
    await other.close()
    await told
    await expect(other.run({ sql: 'SELECT 1', params: [] })).rejects.toThrow('the engine was closed')
  })

  it('names the tables that a text reads', async () => {
    expect(await engine.tableNames(`SELECT * FROM (SELECT * FROM 'x.csv') LIMIT 1`)).toEqual(['x.csv'])
  })
})

describe('an engine started ahead', () => {
  it('is the one that is opened next, and only that', async () => {
    const started = vi.spyOn(globalThis, 'Worker')
    onTestFinished(() => started.mockRestore())
    startEngineAhead()
    startEngineAhead()
    const first = await openEngine()
    expect(started).toHaveBeenCalledTimes(1)
    expect(await first.run({ sql: 'SELECT 1::INTEGER AS one', params: [] })).toEqual([{ one: 1 }])
    const second = await openEngine()
    expect(started).toHaveBeenCalledTimes(2)
    await first.close()
    await second.close()
  })

  it('ends when nobody takes it', async () => {
    const ended = vi.spyOn(Worker.prototype, 'terminate')
    onTestFinished(() => ended.mockRestore())
    startEngineAhead()
    await closeEngineAhead()
    expect(ended).toHaveBeenCalledTimes(1)
    await closeEngineAhead()
    expect(ended).toHaveBeenCalledTimes(1)
  })
})
