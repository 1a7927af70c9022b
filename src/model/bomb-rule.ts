/** Packed bytes that are given to a decompressor at a time: a thousandfold stays below 17 MB between two looks at it (facts, failures 0.11). */
export const PACKED_PIECE = 16 * 1024

const SUSPECT = 16 * 1024 * 1024
const RATIO = 200

/** Whether `unpacked` bytes out of `packed` ones, those read until then, are a bomb: more than 16 MiB and more than two
 * hundredfold. Tables of shops pack five to thirtyfold; what passes until then is read into the engine, where it takes
 * several times its size. */
export const isBomb = (packed: number, unpacked: number): boolean =>
  unpacked > SUSPECT && unpacked > packed * RATIO
