/** Bytes that structure a table, all ASCII. */
export const LF = 10
export const CR = 13
export const TAB = 9
export const BLANK = 32
export const APOSTROPHE = 39

/** Line feeds between two offsets. */
export const countLines = (bytes: Uint8Array, start: number, end: number): number => {
  let lines = 0
  for (let at = bytes.indexOf(LF, start); at !== -1 && at < end; at = bytes.indexOf(LF, at + 1)) lines++
  return lines
}
