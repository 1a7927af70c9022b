import { createSHA256 } from 'hash-wasm'
import type { PseudonymKeys } from '../../model/pseudonym.ts'

/** Makes the pseudonyms that a redacted part has (`query/redaction.ts`): a hash within a hash, each under a key of its own. */
export async function pseudonymsBy({ inner, outer }: PseudonymKeys): Promise<(identity: string) => string> {
  const hash = await createSHA256()
  const sha256 = (text: string) => hash.init().update(text).digest('hex')
  return (identity) => `p_${sha256(outer + sha256(inner + identity)).slice(0, 24)}`
}
