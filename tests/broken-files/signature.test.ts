import { expect, it } from 'vitest'
import { readContents } from '../../src/store/file/contents.ts'
import type { FileEntry } from '../../src/store/file/entries.ts'
import { memoryScratch } from '../../src/store/file/scratch.ts'
import { fingerprintOf, SIGNATURE, signedEntries, type Signer } from '../../src/store/file/signature.ts'
import { writeFile } from '../../src/store/file/write-file.ts'
import { bytesOf, type Entries, goodEntries, makePart } from './small-workspace.ts'

const AT = '2024-04-01T10:00:00.000Z'

async function newSigner(): Promise<Signer> {
  const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
    sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, message)),
  }
}

async function* entriesOf(entries: Entries): AsyncGenerator<FileEntry> {
  for (const [name, content] of entries) yield { name, content: new Blob([content]) }
}

/** The entries of a signed file, so that they can be changed and packed anew, as somebody would who has the file. */
async function signed(signer: Signer): Promise<Entries> {
  const made: Entries = new Map()
  const given = entriesOf(await goodEntries(await makePart()))
  for await (const { name, content } of signedEntries(given, signer, AT))
    made.set(name, new Uint8Array(await content.arrayBuffer()))
  return made
}

async function readBack(entries: Entries) {
  const { file } = await writeFile(entriesOf(entries))
  const { signature, warnings } = await readContents(file, { newScratch: memoryScratch })
  return { ...signature, warnings }
}

it('a signed file says who signed it and since when nothing was changed', async () => {
  const signer = await newSigner()
  const fingerprint = await fingerprintOf(signer.publicKey)
  expect(fingerprint).toMatch(/^[0-9a-f]{32}$/)
  expect(await readBack(await signed(signer))).toEqual({
    state: 'good',
    signed: { fingerprint, signed_at: AT },
    warnings: [],
  })
})

it('a file without a signature is taken, and says that it has none', async () => {
  const plain = await goodEntries(await makePart())
  expect(await readBack(plain)).toEqual({ state: 'none', signed: null, warnings: [] })
})

/** What somebody who can write our container may do to a signed file. */
const TAMPERED: Readonly<Record<string, (entries: Entries, other: Entries) => void>> = {
  'a row is added': (entries) => void entries.set('extra.jsonl', bytesOf('{}\n')),
  'an entry is moved to the end': (entries) => {
    const settings = entries.get('settings.jsonl') ?? bytesOf('')
    entries.delete('settings.jsonl')
    entries.set('settings.jsonl', settings)
  },
  'the time is changed': (entries) => {
    const said = new TextDecoder().decode(entries.get(SIGNATURE))
    entries.set(SIGNATURE, bytesOf(said.replace('2024-04-01', '2025-04-01')))
  },
  'the key is exchanged': (entries, other) => {
    const mine = JSON.parse(new TextDecoder().decode(entries.get(SIGNATURE))) as object
    const { public_key } = JSON.parse(new TextDecoder().decode(other.get(SIGNATURE))) as {
      public_key: string
    }
    entries.set(SIGNATURE, bytesOf({ ...mine, public_key }))
  },
  'the signature is no signature': (entries) => void entries.set(SIGNATURE, bytesOf('[1, 2')),
  'the signature is null': (entries) => void entries.set(SIGNATURE, bytesOf('null')),
}

it.each(Object.entries(TAMPERED))('tampered with is told: %s', async (_, tamper) => {
  const entries = await signed(await newSigner())
  tamper(entries, await signed(await newSigner()))
  expect(await readBack(entries)).toEqual({
    state: 'broken',
    signed: null,
    warnings: ['SIGNATURE_BROKEN'],
  })
})
