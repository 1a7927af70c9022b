import { frame } from './es/frame.ts'
import { parts } from './es/parts.ts'

/** Spanish of all that stands before the workspace is open. */
export const esFrame = { frame, parts }
