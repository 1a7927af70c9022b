/** Runs `work` when no other tab of the origin writes to the workspace; null at once when one does. */
export async function withWriter<Value>(
  workspace: string,
  work: () => Promise<Value>,
): Promise<Value | null> {
  return navigator.locks.request(`ventas-writer-${workspace}`, { ifAvailable: true }, async (lock) =>
    lock ? work() : null,
  )
}

/** Tells the other tabs, and hears from them, that a workspace has a new generation. */
export interface GenerationChannel {
  tell(generation: number): void
  close(): void
}

/** Opens the channel of a workspace; `onNews` is called with what other tabs tell, never with what this one told. */
export function openGenerationChannel(
  workspace: string,
  onNews: (generation: number) => void,
): GenerationChannel {
  const channel = new BroadcastChannel(`ventas-${workspace}`)
  channel.addEventListener('message', (event: MessageEvent<number>) => onNews(event.data))
  return {
    tell: (generation) => channel.postMessage(generation),
    close: () => channel.close(),
  }
}
