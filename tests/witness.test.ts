import { connect } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startWitness } from './witness.ts'

test('a browser that ends in the middle of a request takes nobody with it', async () => {
  const witness = await startWitness()
  onTestFinished(() => witness.close())
  const uncaught = vi.fn()
  process.on('uncaughtException', uncaught)
  onTestFinished(() => void process.off('uncaughtException', uncaught))
  const socket = connect(Number(new URL(witness.url).port), '127.0.0.1')
  socket.write('CONNECT leak.example:443 HTTP/1.1\r\nHost: leak.example:443\r\n\r\n', () =>
    socket.resetAndDestroy(),
  )
  await vi.waitFor(() => expect(witness.seen).toEqual(['leak.example:443']))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(uncaught).not.toHaveBeenCalled()
})
