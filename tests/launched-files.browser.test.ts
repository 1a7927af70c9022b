import { afterEach, expect, it } from 'vitest'
import { receiveShare } from '../workers/service-worker/shared-files.ts'
import { onLaunchedFiles } from '../src/app/launched-files.ts'

const address = location.href
afterEach(async () => {
  history.replaceState(null, '', address)
  await caches.delete('shared-files')
})

const share = (...names: string[]) => {
  const body = new FormData()
  for (const name of names) body.append('files', new File([`of ${name}`], name, { type: 'text/csv' }))
  return receiveShare(new Request('/share', { method: 'POST', body }))
}

const launched = async (): Promise<readonly File[]> => {
  let given: readonly File[] = []
  await onLaunchedFiles((files) => void (given = files))
  return given
}

const kept = async () => (await (await caches.open('shared-files')).keys()).length

it('files that another app shares come to the page, once', async () => {
  const answer = await share('a.csv', 'b ñ/2.csv')
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    expect.stringMatching(/\/data\?shared=2$/),
  ])
  history.replaceState(null, '', '?shared=2')
  const files = await launched()
  expect(files.map(({ name }) => name)).toEqual(['a.csv', 'b ñ/2.csv'])
  expect(await files[0]?.text()).toBe('of a.csv')
  expect(await kept()).toBe(0)
  expect(await launched()).toEqual([])
})

it('shared files that no page has taken do not stay on the disk', async () => {
  await share('new.csv')
  await (
    await caches.open('shared-files')
  ).put(`/shared/${Date.now() - 11 * 60_000}-0/old.csv`, new Response('x'))
  expect(await launched()).toEqual([])
  expect(await kept()).toBe(1)
})
