export interface StorageUse {
  readonly persisted: boolean
  readonly usageBytes: number
}

/** How much the app keeps on this device, and whether the browser has promised to keep it. The quota is not told: it is a fiction (facts, failures 0.5). */
export async function storageUse(): Promise<StorageUse> {
  const persisted = (await navigator.storage?.persisted?.()) ?? false
  const usageBytes = (await navigator.storage?.estimate?.())?.usage ?? 0
  return { persisted, usageBytes }
}

const ASKED = 'ventas-persist-asked'

/** Asks for the promise once by itself: after the first import, when there is something to keep. Some browsers ask the person. */
export async function askToPersistOnce(): Promise<void> {
  try {
    if (localStorage.getItem(ASKED) || (await navigator.storage?.persisted?.())) return
    localStorage.setItem(ASKED, new Date().toISOString())
    await askToPersist()
  } catch {
    // Storage is forbidden: there is nothing to keep.
  }
}

/** Asks the browser to keep the data when space runs short. True when it promises. */
export const askToPersist = async (): Promise<boolean> => (await navigator.storage?.persist?.()) ?? false
