/** Rows as JSON: bytes are written as base64 under `$bytes`; all else that a row holds is JSON already. */
const MARK = '$bytes'

const base64Of = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

const bytesOf = (value: unknown): Uint8Array | null => {
  if (value instanceof Uint8Array) return value
  return value instanceof ArrayBuffer ? new Uint8Array(value) : null
}

/** JSON of rows, bytes included. */
export const writeRows = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => {
    const bytes = bytesOf(each)
    return bytes ? { [MARK]: base64Of(bytes) } : each
  })

/** Reads what `writeRows` wrote. */
export const readRows = (text: string): unknown =>
  JSON.parse(text, (_, each: unknown) => {
    if (typeof each !== 'object' || each === null || !(MARK in each)) return each
    return Uint8Array.from(atob(String(each[MARK])), (character) => character.charCodeAt(0))
  })
