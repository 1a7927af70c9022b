/** Why a workspace file was refused: stable codes (those of the corpus of broken files), translated on screen. */
const FILE_FAULTS = [
  'EMPTY_FILE',
  'NOT_A_WORKSPACE',
  'DAMAGED_IN_TRANSFER',
  'FILE_CUT_SHORT',
  'HEADER_DAMAGED',
  'MADE_BY_NEWER_APP',
  'KDF_TOO_WEAK',
  'KDF_TOO_COSTLY',
  'PASSWORD_NEEDED',
  'WRONG_PASSWORD',
  'CONTENT_DAMAGED',
  'CONTENT_INCOMPLETE',
  'CONTENT_INCONSISTENT',
  'EXPANDS_TOO_MUCH',
  'UNSAFE_NAME',
  'VIEWER_FILE_HAS_RAW_ROWS',
] as const

export type FileFaultCode = (typeof FILE_FAULTS)[number]

/** A workspace file that is refused. Its message never holds anything of the content. */
export class WorkspaceFileFault extends Error {
  override name = 'WorkspaceFileFault'
  readonly code: FileFaultCode
  constructor(code: FileFaultCode) {
    super(code)
    this.code = code
  }
}

/** Throws the fault of that code. */
export function refuse(code: FileFaultCode): never {
  throw new WorkspaceFileFault(code)
}
