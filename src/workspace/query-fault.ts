interface Fault {
  readonly exception_type?: unknown
  readonly exception_message?: unknown
}

function parse(text: string): Fault | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

/** The excerpt shows the statement as it was wrapped, which is not what the person wrote. */
const withoutExcerpt = (text: string): string => text.replace(/\n+LINE \d+:[\s\S]*$/, '').trim()

/** DuckDB's words on a failed statement as a sentence: it gives some as JSON, some with an excerpt of the statement. */
export function queryFault(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause)
  const fault = parse(text)
  if (typeof fault?.exception_message !== 'string') return withoutExcerpt(text)
  const kind = typeof fault.exception_type === 'string' ? `${fault.exception_type} Error: ` : ''
  return withoutExcerpt(`${kind}${fault.exception_message}`)
}
