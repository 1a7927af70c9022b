import {
  closeSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename } from 'node:path'
import { databaseFiles } from './crash.ts'

function flip(path: string): void {
  const size = statSync(path).size
  const at = Math.max(0, Math.floor(size / 2) - 8)
  const length = Math.min(16, size - at)
  const file = openSync(path, 'r+')
  const bytes = Buffer.alloc(length)
  readSync(file, bytes, 0, length, at)
  for (let index = 0; index < length; index += 1) bytes[index] = (bytes[index] ?? 0) ^ 0xff
  writeSync(file, bytes, 0, length, at)
  closeSync(file)
}

const named = (profile: string, pattern: RegExp): string[] =>
  databaseFiles(profile).store.filter((path) => pattern.test(basename(path)))

const each = (paths: readonly string[], harm: (path: string) => void): boolean => {
  for (const path of paths) harm(path)
  return paths.length > 0
}

const empty = (path: string): void => truncateSync(path, 0)
const remove = (path: string): void => rmSync(path)

/** What may happen to the files of a browser's database; each answers false when the profile has no such file. */
export const DAMAGES: Readonly<Record<string, (profile: string) => boolean>> = {
  'MANIFEST emptied': (profile) => each(named(profile, /^MANIFEST/), empty),
  'MANIFEST flipped': (profile) => each(named(profile, /^MANIFEST/), flip),
  'CURRENT garbage': (profile) =>
    each(named(profile, /^CURRENT$/), (path) => writeFileSync(path, 'garbage\n')),
  'CURRENT deleted': (profile) => each(named(profile, /^CURRENT$/), remove),
  'log flipped': (profile) => each(named(profile, /\.log$/), flip),
  'log deleted': (profile) => each(named(profile, /\.log$/), remove),
  'all of the store deleted': (profile) => each(databaseFiles(profile).store, remove),
  'blob flipped': (profile) => each(databaseFiles(profile).blobs.slice(0, 1), flip),
  'blob deleted': (profile) => each(databaseFiles(profile).blobs.slice(0, 1), remove),
}

/** Cuts bytes off the end of the newest log, as a power cut may. */
export function cutLog(profile: string, bytes: number): void {
  for (const path of named(profile, /\.log$/)) truncateSync(path, Math.max(0, statSync(path).size - bytes))
}

/** Bytes in the logs. */
export const logBytes = (profile: string): number =>
  named(profile, /\.log$/).reduce((sum, path) => sum + readFileSync(path).length, 0)
