import { gzipSync } from 'node:zlib'
import { utf8 } from '../../src/store/file/bytes.ts'
import { bytesOf, type Entries, goodEntries, makePart, manifestOf } from './small-workspace.ts'
import { type Broken, type Faults, writeBroken } from './write-broken.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Case = readonly [file: string, bytes: Bytes]

const MODELS = 'records/models.jsonl'
const modelOf = (data: string) => utf8(`{"id":"m1","at":"2024-01-01T00:00:00Z","data":${data}}`)
const auditOf = (data: object, id: string) => JSON.stringify({ id, at: '2024-01-01T00:00:00Z', data })

/** A copy with one byte changed; places below 0 count from the end. */
export function flipped(bytes: Bytes, at: number, mask = 1): Bytes {
  const copy = bytes.slice()
  const place = at < 0 ? bytes.length + at : at
  copy[place] = (copy[place] ?? 0) ^ mask
  return copy
}

const joinedLatin = (text: string): Bytes => Uint8Array.from(text, (character) => character.charCodeAt(0))
const latinOf = (bytes: Bytes): string => [...bytes].map((byte) => String.fromCharCode(byte)).join('')
const twice = (a: Bytes, b: Bytes): Bytes => Uint8Array.from([...a, ...b])

/** Cases that are the good file cut, flipped or glued. */
function cutAndFlipped({ bytes: good, headLength: head }: Broken): Case[] {
  const cuts = [7, 15, head - 3, head + 10, head + 64 + 100, good.length - 1]
  return [
    ['ws-00-good', good],
    ['ws-01-empty', new Uint8Array(0)],
    ...cuts.map((at, index): Case => [`ws-02-truncated-${index}`, good.slice(0, at)]),
    ['ws-04-wrong-magic', flipped(good, 1, 0xff)],
    ['ws-05-mail-mangled-crlf', joinedLatin(latinOf(good).replaceAll('\r\n', '\n'))],
    ['ws-06-flip-header-json', flipped(good, 30)],
    ['ws-07-flip-mac', flipped(good, head + 32 + 3)],
    ['ws-08-flip-first-chunk', flipped(good, head + 64 + 8)],
    ['ws-09-flip-last-byte', flipped(good, -1)],
    ['ws-14-trailing-garbage', twice(good, utf8('garbage'))],
    ['ws-15-two-files-joined', twice(good, good)],
    ['ws-16-wrong-password', good],
    ['ws-17-password-unicode-nfd', good],
    ['ws-52-csv-renamed', utf8('order_id,date\nA1,2024-03-01\n')],
  ]
}

const argon2 = { alg: 'argon2id', m: 2 ** 34, t: 1, p: 1, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' }
const pbkdf2 = (iterations: number, salt = argon2.salt) => ({ alg: 'pbkdf2-sha256', iterations, salt })

/** Cases by what is wrong with the container. */
const containerFaults = (other: readonly Bytes[], bomb: Bytes): readonly (readonly [string, Faults])[] => [
  ['ws-03-truncated-at-chunk-boundary', { chunks: (chunks) => chunks.slice(0, 2) }],
  ['ws-10-swapped-chunks', { chunks: ([a, b, ...rest]) => [b!, a!, ...rest] }],
  ['ws-11-dropped-chunk', { chunks: ([a, , ...rest]) => [a!, ...rest] }],
  ['ws-12-duplicated-chunk', { chunks: ([a, ...rest]) => [a!, a!, ...rest] }],
  ['ws-13-chunk-of-another-file', { chunks: ([, ...rest]) => [other[0]!, ...rest] }],
  ['ws-18-future-major', { major: 9 }],
  ['ws-19-future-minor', { minor: 7, header: { somethingNew: true } }],
  ['ws-20-version-0', { major: 0 }],
  ['ws-23-header-length-4gib', { headerLength: 0xffffffff }],
  ['ws-24-header-length-0', { headerLength: 0 }],
  ['ws-25-header-deep-json', { headerText: '['.repeat(30_000) + ']'.repeat(30_000) }],
  ['ws-26-kdf-downgrade-1-iteration', { header: { kdf: pbkdf2(1) } }],
  ['ws-27-kdf-dos-4e9-iterations', { header: { kdf: pbkdf2(4_000_000_000) } }],
  ['ws-28-kdf-dos-argon2-16tib', { header: { kdf: argon2 } }],
  ['ws-29-kdf-unknown', { header: { kdf: { alg: 'rot13', salt: '' } } }],
  ['ws-30-salt-empty', { header: { kdf: pbkdf2(600_000, '') } }],
  ['ws-31-chunk-size-1', { header: { chunkSize: 1 } }],
  ['ws-32-chunk-size-negative', { header: { chunkSize: -1 } }],
  ['ws-33-gzip-bomb-inside', { body: bomb, chunkSize: 65_536 }],
  ['ws-34-entry-declares-2^53', { size: { 'parts/p1.duckdb': 2n ** 53n } }],
  ['ws-35-entry-hash-mismatch', { hash: { 'parts/p1.duckdb': new Uint8Array(32) } }],
  [
    'ws-36-path-traversal-names',
    { extra: ['../../x', '..\\x', '/etc/passwd', 'C:\\x', 'a\0b', 'con'].map((name) => [name, utf8('1')]) },
  ],
  ['ws-37-duplicate-entry', { extra: [['manifest.json', utf8('{"schema":2,"rows":1}')]] }],
  ['ws-39-unknown-extra-entry', { extra: [['notes/future.bin', utf8('1')]] }],
  ['ws-47-model-huge-layer', { extra: [[MODELS, modelOf('{"units":2147483647,"input":2147483647}')]] }],
  ['ws-48-model-weights-nan', { extra: [[MODELS, modelOf('{"weights":[1,1e999]}')]] }],
  ['ws-49-model-remote-url', { extra: [[MODELS, modelOf('{"url":"http://127.0.0.1:9/model.json"}')]] }],
  [
    'ws-50-audit-chain-broken',
    {
      extra: [
        [
          'records/audit.jsonl',
          utf8(
            `${auditOf({ seq: 1, prev: '', hash: 'aa' }, 'a')}\n${auditOf({ seq: 3, prev: 'bb', hash: 'cc' }, 'b')}\n`,
          ),
        ],
      ],
    },
  ],
  ['ws-51-not-gzip-though-flagged', { body: utf8('not gzip at all') }],
  ['ws-54-payload-zero-chunks', { chunks: () => [] }],
  ['ws-55-other-file-key', { fileKey: new Uint8Array(32) }],
]

const without = (entries: Entries, name: string): Entries =>
  new Map([...entries].filter(([key]) => key !== name))

const POLLUTED = `{"schema":2,"kind":"full","version":"1","exported_at":"","generation":0,"rows":0,"parts":[],"manifests":[],
  "workspace":{"id":"w1","name":"x","created_at":"","demo":false,"__proto__":{"polluted":1}},
  "entries":{"constructor":{"prototype":{"polluted":1}}},"__proto__":{"polluted":1}}`

const workspaceCalled = (name: string) => ({ workspace: { id: 'w1', name, created_at: '', demo: false } })

/** Cases by what is wrong with the content. */
async function contentFaults(part: Bytes, good: Entries): Promise<(readonly [string, Entries])[]> {
  const nan = await makePart('NaN')
  const changed = (change: object) => goodEntries(part, change)
  const [generation] = ((await manifestOf(part)) as { manifests: { parts: object }[] }).manifests
  const lost = { ...generation, parts: { ...generation?.parts, products: 'p4294967295' } }
  return [
    ['ws-21-schema-older', await changed({ schema: 1 })],
    ['ws-22-schema-newer', await changed({ schema: 99 })],
    ['ws-38-missing-column', without(good, 'parts/p1.duckdb')],
    ['ws-40-column-length-mismatch', new Map([...good, ['parts/p1.duckdb', part.slice(0, 12_288)]])],
    ['ws-41-dictionary-index-out-of-range', await changed({ manifests: [lost] })],
    ['ws-42-nan-and-infinity-prices', await goodEntries(nan)],
    ['ws-43-rows-declared-4e9', await changed({ rows: 4e9 })],
    ['ws-44-prototype-pollution', new Map([...good, ['manifest.json', bytesOf(POLLUTED)]])],
    ['ws-45-scripts-in-names', await changed(workspaceCalled('<img src=x onerror=window.__xss=1>'))],
    ['ws-46-viewer-file-with-raw-rows', await changed({ kind: 'viewer' })],
    ['ws-53-name-bidi', await changed(workspaceCalled('report\u202Egnp.ventas'))],
  ]
}

/** Every workspace case of the corpus, in our format: by the beginning of its name there. */
export async function brokenFiles(): Promise<ReadonlyMap<string, Bytes>> {
  const part = await makePart()
  const good = await goodEntries(part)
  const written = await writeBroken(good)
  const other = await writeBroken(good, { header: { x: 1 } })
  const bomb = new Uint8Array(gzipSync(Buffer.alloc(256 * 1024 * 1024)))
  const cases: Case[] = cutAndFlipped(written)
  for (const [file, faults] of containerFaults(other.chunks, bomb))
    cases.push([file, (await writeBroken(good, faults)).bytes])
  for (const [file, entries] of await contentFaults(part, good))
    cases.push([file, (await writeBroken(entries)).bytes])
  return new Map(cases)
}
