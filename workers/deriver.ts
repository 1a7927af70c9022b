import { success } from '../src/model/outcome.ts'
import type { Bytes } from '../src/store/file/bytes.ts'
import { deriveKey, type Kdf } from '../src/store/file/kdf.ts'
import type { Call } from './contract.ts'
import { serve } from './serve.ts'

export interface PasswordInput {
  readonly password: string
  readonly kdf: Kdf
}

/** A worker for one password: Argon2id takes 64 MiB, and what WebAssembly takes it gives back only at its end. */
const derive: Call<PasswordInput, Bytes> = async ({ password, kdf }) =>
  success(await deriveKey(password, kdf))

const calls = { derive }
export type DeriverCalls = typeof calls
serve(calls)
