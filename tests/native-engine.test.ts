import { expect, it } from 'vitest'
import { openNativeEngine } from './native-engine.ts'

it('binds parameters and gives plain values', async () => {
  const engine = await openNativeEngine()
  const rows = await engine.run({
    sql: `SELECT CAST(sum(x) AS DOUBLE) AS total, strftime(CAST(? AS DATE), '%Y-%m-%d') AS day FROM (VALUES (1::BIGINT), (2)) t(x)`,
    params: ['2024-02-29'],
  })
  expect(rows).toEqual([{ total: 3, day: '2024-02-29' }])
  engine.close()
})
