const nameOf = (id: string): string => `ventas-open-${id}`
const PATIENCE_MS = 15_000

/**
 * Says that this tab has a workspace open; answers the way to take that back. Waits while another tab rewrites the
 * workspace because its lock is switched.
 */
export const sayOpen = (id: string): Promise<() => void> =>
  new Promise((resolve, reject) => {
    navigator.locks
      .request(nameOf(id), { mode: 'shared' }, () => new Promise<void>((release) => resolve(release)))
      .catch(reject)
  })

/**
 * Runs work while no tab has the workspace open, so that none writes in the clear what others believe to be encrypted,
 * or the other way round; whoever opens it waits. Call after the others were told to close it. Null: one did not.
 */
export async function whileNobodyHasOpen<Value>(
  id: string,
  work: () => Promise<Value>,
): Promise<Value | null> {
  try {
    return await navigator.locks.request(nameOf(id), { signal: AbortSignal.timeout(PATIENCE_MS) }, work)
  } catch (cause) {
    if (cause instanceof DOMException && (cause.name === 'TimeoutError' || cause.name === 'AbortError'))
      return null
    throw cause
  }
}
