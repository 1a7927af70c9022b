import { expect, it } from 'vitest'
import { release } from './bytes.ts'
import { readFile } from './read-file.ts'
import { writeFile } from './write-file.ts'

it('what is released is gone at once', () => {
  const bytes = new Uint8Array(1024)
  release(bytes)
  expect(bytes.length).toBe(0)
  expect(bytes.buffer.detached).toBe(true)
})

// Every buffer on the way is released as soon as it was read: one too early, and the content is damaged.
it.each([undefined, 'correct horse battery staple'])(
  'a file of many chunks comes back whole (password: %s)',
  async (password) => {
    const content = new Uint8Array(3_000_001)
    for (let at = 0; at < content.length; at += 65_536)
      crypto.getRandomValues(content.subarray(at, at + 65_536))
    async function* entries() {
      yield { name: 'manifest.json', content: new Blob(['{}']) }
      yield { name: 'parts/a.duckdb', content: new Blob([content]) }
    }
    const { file } = await writeFile(entries(), { password, chunkSize: 100_000 })
    const found = new Map<string, Uint8Array>()
    await readFile(
      file,
      async ({ name, size, content: pieces }) => {
        const whole = new Uint8Array(size)
        let at = 0
        for await (const piece of pieces) {
          whole.set(piece, at)
          at += piece.length
        }
        found.set(name, whole)
      },
      { password },
    )
    expect(new TextDecoder().decode(found.get('manifest.json'))).toBe('{}')
    const back = found.get('parts/a.duckdb') ?? new Uint8Array()
    expect(back.length).toBe(content.length)
    expect(back.every((byte, at) => byte === content[at])).toBe(true)
  },
)
