import type { Progress } from '../model/progress.ts'

/** How a caller follows and stops long work; aborting stops the work, not only the wait. */
export interface Control {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}
