/** One fault that a check of the house found: which rule, in which file (relative to the root), and what is wrong. */
export interface Finding {
  rule: string
  file: string
  detail: string
}

/** A finding as one line of output. */
export const line = (finding: Finding): string => `${finding.rule}  ${finding.file}  ${finding.detail}`
