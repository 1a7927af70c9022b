/**
 * Which physical line of a file (1-based, the header's is usually 1) a record stands on. Records are counted from 0 in
 * the order in which they were kept. Only breaks in "one record, one line" are stored, so a million plain rows cost one entry.
 */
export class LineMap {
  readonly records: number[] = []
  readonly lines: number[] = []

  /** Notes that record `record` starts on `line`; records must come in order. */
  add(record: number, line: number): void {
    const last = this.records.length - 1
    if (last >= 0 && line - record === this.lines[last]! - this.records[last]!) return
    this.records.push(record)
    this.lines.push(line)
  }

  /** Physical line of a record. */
  lineOf(record: number): number {
    let low = 0
    let high = this.records.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.records[middle]! <= record) low = middle
      else high = middle - 1
    }
    const at = this.records[low]
    return at === undefined ? record + 1 : this.lines[low]! + record - at
  }
}
