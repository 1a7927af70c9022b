import { describe, expect, it, vi } from 'vitest'
import type { Session } from '../workspace/session.ts'
import { callOperation } from './call.ts'

interface Fakes {
  readonly put?: () => Promise<unknown>
  readonly saved?: readonly { id: string; at: string; data: Record<string, unknown> }[]
  readonly commit?: (id: string, answers: unknown) => unknown
  /** The workspace was opened from a viewer file. */
  readonly viewer?: true
}

const session = ({ put, saved = [], commit, viewer }: Fakes): Session =>
  ({
    current: () => ({
      row: { viewer },
      records: () => ({ list: async () => saved, put }),
      imports: { commit },
      readOnlyQuery: () => Promise.reject(new DOMException('stopped', 'AbortError')),
    }),
    isLocked: () => false,
  }) as unknown as Session

const query = { name: 'Countries', sql: 'SELECT 1' }
const saved = Array.from({ length: 5 }, (_, index) => ({ id: String(index), at: '2024-01-01', data: query }))

describe('callOperation', () => {
  it.each(['/api/v1/imports/%zz', '//', '/api/v2/imports', 'http://'])(
    'answers 404 to the path %s',
    async (path) => {
      expect(await callOperation(session({}), 'GET', path)).toMatchObject({
        status: 404,
        body: { code: 'NOT_FOUND', status: 404, type: 'urn:ventas:problem:not_found' },
      })
    },
  )

  it.each(['x', '2024-02-30', '0001-01-01'])('answers 400 to the day %s', async (from) => {
    expect(
      await callOperation(session({}), 'GET', '/api/v1/dashboard/summary', { query: { from } }),
    ).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION', fields: { from: expect.any(String) } },
    })
  })

  it.each([
    ['POST', '/api/v1/query'],
    ['GET', '/api/v1/saved-queries'],
    ['GET', '/api/v1/customers'],
  ] as const)('refuses %s %s where there are no rows: of a viewer file', async (method, path) => {
    expect(await callOperation(session({ viewer: true }), method, path, { body: query })).toMatchObject({
      body: { code: 'READ_ONLY' },
    })
  })

  it('does nothing for a caller who has stopped it before', async () => {
    const put = vi.fn(async () => ({}))
    const signal = AbortSignal.abort()
    const answer = await callOperation(session({ put }), 'POST', '/api/v1/saved-queries', {
      body: query,
      signal,
    })
    expect(answer).toMatchObject({ status: 499, body: { code: 'CANCELLED' } })
    expect(put).not.toHaveBeenCalled()
  })

  it.each(['abc', '-1', '1.5', '1e3', ''])('answers 400 to the cursor %j', async (cursor) => {
    expect(
      await callOperation(session({ saved }), 'GET', '/api/v1/saved-queries', { query: { cursor } }),
    ).toMatchObject({ status: 400, body: { code: 'VALIDATION', fields: { cursor: expect.any(String) } } })
  })

  it.each(['', '   '])('answers 400 to a query named %j', async (name) => {
    const put = vi.fn(async () => ({}))
    const answer = await callOperation(session({ put }), 'POST', '/api/v1/saved-queries', {
      body: { ...query, name },
    })
    expect(answer).toMatchObject({ status: 400, body: { fields: { name: expect.any(String) } } })
    expect(put).not.toHaveBeenCalled()
  })

  it('takes null for no options', async () => {
    expect((await callOperation(session({ saved }), 'GET', '/api/v1/saved-queries', null)).status).toBe(200)
  })

  it('pages a list to its end, with a trailing slash or without', async () => {
    const page = async (cursor?: string) =>
      (
        await callOperation(session({ saved }), 'GET', '/api/v1/saved-queries/', {
          query: { limit: 2, cursor },
        })
      ).body as { items: { id: string }[]; total: number; next: string | null }
    const [first, last] = [await page(), await page('4')]
    expect(first).toMatchObject({ items: [{ id: '0' }, { id: '1' }], total: 5, next: '2' })
    expect(last).toMatchObject({ items: [{ id: '4' }], total: 5, next: null })
  })

  it('says CANCELLED of work that its caller stopped', async () => {
    const stop = new AbortController()
    stop.abort()
    const body = { sql: 'SELECT 1' }
    const answer = await callOperation(session({}), 'POST', '/api/v1/query', { body, signal: stop.signal })
    expect(answer).toMatchObject({ status: 499, body: { code: 'CANCELLED' } })
    const failed = await callOperation(session({}), 'POST', '/api/v1/query', { body })
    expect(failed).toMatchObject({ status: 500, body: { code: 'ENGINE_FAILED' } })
  })

  it('says QUOTA where a record finds no space', async () => {
    const put = () => Promise.reject(Object.assign(new Error('full'), { name: 'QuotaExceededError' }))
    const answer = await callOperation(session({ put }), 'POST', '/api/v1/saved-queries', { body: query })
    expect(answer).toMatchObject({ status: 507, body: { code: 'QUOTA' } })
  })

  it.each([
    ['DATE_ORDER', 'sideways'],
    ['NUMBER_FORMAT', ';'],
    ['CURRENCY', 'euro'],
    ['TIME_ZONE', 'Nowhere/Land'],
  ])('refuses the answer %s: %s at the door', async (code, choice) => {
    const commit = vi.fn()
    const body = { answers: { [code]: choice } }
    const answer = await callOperation(session({ commit }), 'POST', '/api/v1/imports/a/commit', { body })
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION' } })
    expect((answer.body as { fields: object }).fields).toHaveProperty([`answers.${code}`])
    expect(commit).not.toHaveBeenCalled()
  })

  it('lets answers through that name a column', async () => {
    const commit = vi.fn(async () => ({ ok: false, failure: { code: 'NOT_FOUND', detail: '' } }))
    const answers = { 'COLUMN_NEEDED:date': 'Fecha', CURRENCY: 'EUR' }
    await callOperation(session({ commit }), 'POST', '/api/v1/imports/a/commit', { body: { answers } })
    expect(commit).toHaveBeenCalledWith('a', answers, expect.anything())
  })

  it('describes every operation in the OpenAPI document', async () => {
    const { status, body } = await callOperation(session({}), 'GET', '/api/openapi.json')
    expect(status).toBe(200)
    const { openapi, paths } = body as { openapi: string; paths: Record<string, Record<string, unknown>> }
    expect(openapi).toBe('3.1.0')
    expect(paths['/api/v1/imports/{id}/commit']).toMatchObject({ post: { operationId: expect.any(String) } })
  })
})
