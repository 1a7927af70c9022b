import { frame } from './en/frame.ts'
import { parts } from './en/parts.ts'
import type { Dict } from './translate.ts'

/** English of all that stands before the workspace is open. */
export const enFrame: Pick<Dict, 'frame' | 'parts'> = { frame, parts }
