import type { Warning } from '../model/preview.ts'

const LINES_KEPT = 20

/** Counts warnings by code and keeps the first line numbers of each. */
export class Tally {
  readonly #codes = new Map<string, { count: number; lines: number[] }>()

  /** Adds `count` cases of a code; `lines` are physical lines, of which the first 20 per code are kept. */
  add(code: string, lines: readonly number[] = [], count = Math.max(1, lines.length)): void {
    if (count <= 0) return
    const entry = this.#codes.get(code) ?? { count: 0, lines: [] }
    entry.count += count
    for (const line of lines) if (entry.lines.length < LINES_KEPT) entry.lines.push(line)
    this.#codes.set(code, entry)
  }

  count(code: string): number {
    return this.#codes.get(code)?.count ?? 0
  }

  /** All warnings so far, the most frequent first, lines ascending. */
  list(): Warning[] {
    return [...this.#codes]
      .map(([code, { count, lines }]) => ({ code, count, lines: [...lines].sort((a, b) => a - b) }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
  }
}
