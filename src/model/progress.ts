/** How far a piece of long work is. `total` 0 means: not known yet. `phase` is a stable key, translated on screen. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly phase: string
}

/** What pure code needs to know to stop between steps; an AbortSignal is one. */
export interface StopSignal {
  readonly aborted: boolean
}
