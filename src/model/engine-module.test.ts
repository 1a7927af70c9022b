import { beforeEach, expect, it, vi } from 'vitest'

type Listener = Parameters<
  Parameters<typeof import('./engine-module.ts').shareEngineModule>[0]['addEventListener']
>[1]

/** One side of a worker: what was posted there, and a way to let it hear something. */
function side() {
  const listeners: Listener[] = []
  const posted: unknown[] = []
  return {
    posted,
    postMessage: (message: unknown) => void posted.push(message),
    addEventListener: (_: 'message', listener: Listener) => void listeners.push(listener),
    hears(data: unknown) {
      let stopped = false
      for (const listener of listeners) listener({ data, stopImmediatePropagation: () => (stopped = true) })
      return stopped
    },
  }
}

let door: typeof import('./engine-module.ts')
beforeEach(async () => {
  vi.resetModules()
  door = await import('./engine-module.ts')
})

it('what one worker has compiled goes to the next', () => {
  const first = door.shareEngineModule(side())
  expect(first.posted).toEqual([])
  expect(first.hears({ engineModule: 'code' }), 'nobody else sees it').toBe(true)
  expect(door.shareEngineModule(side()).posted).toEqual([{ engineModule: 'code' }])
  expect(first.hears({ requestId: 1 }), 'other messages go on').toBe(false)
  expect(first.hears(null)).toBe(false)
})

it('a worker tells its owner what a worker of its own has compiled, once', () => {
  const self = side()
  door.takeEngineModule(self)
  const own = door.shareEngineModule(side())
  own.hears({ engineModule: 'code' })
  own.hears({ engineModule: 'the same again' })
  expect(self.posted).toEqual([{ engineModule: 'code' }])
  expect(door.engineModule()).toBe('code')
})

it('a worker that was given it does not tell it back', () => {
  const self = side()
  door.takeEngineModule(self)
  self.hears({ engineModule: 'code' })
  expect(door.shareEngineModule(side()).posted).toEqual([{ engineModule: 'code' }])
  expect(self.posted).toEqual([])
})

it('where a browser does not copy modules, nothing is handed on and every worker starts', () => {
  const refusing = {
    ...side(),
    postMessage() {
      throw new DOMException('it cannot be cloned', 'DataCloneError')
    },
  }
  door.takeEngineModule(refusing)
  const own = door.shareEngineModule(side())
  expect(() => own.hears({ engineModule: 'code' })).not.toThrow()
  expect(door.shareEngineModule(refusing)).toBe(refusing)
})
