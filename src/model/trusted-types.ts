interface Policies {
  readonly defaultPolicy: unknown
  createPolicy(
    name: string,
    rules: { createHTML(markup: string): string; createScriptURL(address: string): string },
  ): unknown
}

const CODE = /<(script|iframe|object|embed|base|meta|link)\b|\son\w+\s*=|javascript:|srcdoc/i

function plainMarkup(markup: string): string {
  if (CODE.test(markup)) throw new TypeError('markup with code in it')
  return markup
}

/**
 * Sets by which rules a text becomes markup or the address of code in this page or worker (Trusted Types, asked for by
 * `require-trusted-types-for` of our policy; nothing happens in a browser without them). Solid makes its templates by
 * innerHTML: markup passes where it holds no code. Workers are files of our own origin. No text ever becomes code.
 */
export function guardSinks(): void {
  const { trustedTypes, location } = globalThis as unknown as {
    readonly trustedTypes?: Policies
    readonly location: { readonly origin: string }
  }
  if (!trustedTypes || trustedTypes.defaultPolicy) return
  trustedTypes.createPolicy('default', {
    createHTML: plainMarkup,
    createScriptURL(address) {
      if (/^\/(?!\/)/.test(address) || address.startsWith(`${location.origin}/`)) return address
      throw new TypeError('code of another origin')
    },
  })
}
