/** A file that cannot be read on: carries the stable code; caught in `stageFile`, never leaves the importer. */
export class FileFault extends Error {
  constructor(readonly code: string) {
    super(code)
  }
}
