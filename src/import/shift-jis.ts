import { sequenceLength } from './utf8-sequence.ts'

const isLead = (byte: number): boolean => (byte > 0x80 && byte < 0xa0) || (byte > 0xdf && byte < 0xfd)
const isTrail = (byte: number): boolean => byte > 0x3f && byte < 0xfd && byte !== 0x7f
const isKana = (lead: number, trail: number): boolean =>
  (lead === 0x82 && trail > 0x9e && trail < 0xf2) || (lead === 0x83 && trail > 0x3f && trail < 0x97)

/** Characters beyond ASCII that no UTF-8 has. */
function brokenAsUtf8(bytes: Uint8Array): number {
  let broken = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue
    const length = sequenceLength(bytes, at)
    if (length > 1) at += length - 1
    else broken++
  }
  return broken
}

const KANA = 3
const KANA_SHARE = 0.1

/**
 * Whether the beginning of a file is Japanese in Shift-JIS, as old exports of Amazon Japan are: pairs of bytes throughout, some
 * of them kana, which western text never has, and no UTF-8.
 */
export function looksShiftJis(bytes: Uint8Array): boolean {
  let [pairs, kana, broken] = [0, 0, 0]
  for (let at = 0; at < bytes.length - 1; at++) {
    const byte = bytes[at]!
    if (byte < 0x80 || (byte > 0xa0 && byte < 0xe0)) continue
    if (isLead(byte) && isTrail(bytes[at + 1]!)) {
      pairs++
      if (isKana(byte, bytes[at + 1]!)) kana++
      at++
    } else broken++
  }
  return kana >= KANA && kana >= pairs * KANA_SHARE && broken === 0 && brokenAsUtf8(bytes) >= kana
}
