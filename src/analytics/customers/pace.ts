/** How long work lets others in between its steps. */
export interface Pace {
  /** Tells how far the work is; true when it is to stop. */
  pause(phase: string, done: number, total: number): Promise<boolean>
}

/** Thrown out of long work that was told to stop; turned into CANCELLED where the work was started. */
export class Stopped extends Error {
  override name = 'Stopped'
}

/** Goes on, or ends the work by `Stopped`. */
export async function step(pace: Pace, phase: string, done: number, total: number): Promise<void> {
  if (await pace.pause(phase, done, total)) throw new Stopped()
}
