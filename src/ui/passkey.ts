/** A passkey that opens a lock: which one, and what it is asked for. */
export interface PasskeyAsked {
  /** base64url, as the browser names it. */
  readonly credential: string
  /** base64. */
  readonly salt: string
}

/** What a passkey answered: 32 bytes in base64 that only it can make. */
export interface PasskeySecret extends PasskeyAsked {
  readonly secret: string
}

type Bytes = Uint8Array<ArrayBuffer>

const base64 = (bytes: Bytes): string => btoa(String.fromCharCode(...bytes))
const bytesOf = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

const secretIn = (credential: Credential | null): string | null => {
  const results = (credential as PublicKeyCredential | null)?.getClientExtensionResults()
  const first = results?.prf?.results?.first
  return first ? base64(new Uint8Array(first as ArrayBuffer)) : null
}

/** Asks one of these passkeys (WebAuthn, extension PRF); null: the person or the browser declined, or it has no PRF. */
export async function askPasskey(known: readonly PasskeyAsked[]): Promise<PasskeySecret | null> {
  const evalByCredential = Object.fromEntries(
    known.map(({ credential, salt }) => [credential, { first: bytesOf(salt) }]),
  )
  const given = await navigator.credentials
    .get({
      publicKey: {
        challenge: random(32),
        userVerification: 'required',
        allowCredentials: known.map(({ credential }) => ({ type: 'public-key', id: bytesOf(credential) })),
        extensions: { prf: { evalByCredential } },
      },
    })
    .catch(() => null)
  const asked = known.find(({ credential }) => credential === given?.id)
  const secret = secretIn(given)
  return asked && secret ? { ...asked, secret } : null
}

/** Makes a passkey for a workspace of that name and asks it for its secret; null: declined, or it has no PRF. */
export async function makePasskey(name: string): Promise<PasskeySecret | null> {
  const salt = random(32)
  const made = await navigator.credentials
    .create({
      publicKey: {
        rp: { name: 'Ventas' },
        user: { id: random(16), name, displayName: name },
        challenge: random(32),
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        extensions: { prf: { eval: { first: salt } } },
      },
    })
    .catch(() => null)
  if (!made) return null
  const asked = { credential: made.id, salt: base64(salt) }
  const secret = secretIn(made)
  // Some authenticators answer only when they are asked, not when they are made.
  return secret ? { ...asked, secret } : askPasskey([asked])
}
