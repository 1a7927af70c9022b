import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ImportOptions } from '../src/model/preview.ts'
import type { StageContext } from '../workers/import/stage-file.ts'
import { type MonthFigures, monthFigures, type TableShape, tableVariants } from './source-months.ts'
import { openStaging, type Staging } from './staging.ts'

/** A file of a platform with the figures of each month that it must give, in minor units. */
export interface SourceStory {
  readonly source: string
  readonly text: string
  readonly months: Readonly<Record<string, MonthFigures>>
  readonly currency: string
  /** Warnings that must be told: code → how often. */
  readonly told?: Readonly<Record<string, number>>
  readonly rows?: number
  readonly shape?: TableShape
  readonly options?: ImportOptions
  readonly context?: Partial<StageContext>
  /** False where columns are known by their place. */
  readonly movable?: boolean
  readonly also?: (staging: Staging) => Promise<void>
}

/** Tests that a file gives its months to the cent, also when its columns are moved, joined by others, or encoded in another way. */
export function tellSource(name: string, story: SourceStory): void {
  describe(name, () => {
    let staging: Staging
    beforeAll(async () => {
      staging = await openStaging()
    })
    beforeEach(() => staging.empty())
    afterAll(() => staging.engine.close())
    const stage = async (text: string | Uint8Array) => {
      const [preview] = await staging.stage([text], story.options, story.context)
      return preview!
    }

    it('gives the figures of each month to the cent', async () => {
      const preview = await stage(story.text)
      expect(preview).toMatchObject({
        source: story.source,
        kind: 'orders',
        currency: story.currency,
        ask: [],
      })
      expect(preview.raw_rows).toBe(preview.rows + preview.skipped)
      if (story.rows !== undefined) expect(preview.rows).toBe(story.rows)
      const told = Object.fromEntries(preview.warnings.map(({ code, count }) => [code, count]))
      expect(told).toEqual(story.told ?? {})
      expect(await monthFigures(staging)).toEqual(story.months)
      await story.also?.(staging)
    })

    const variants = tableVariants(story.text, story.shape ?? {}, 7)
    const names = Object.keys(variants).filter((variant) => (story.movable ?? true) || variant !== 'shuffled')
    it.each(names)('gives the same: %s', async (variant) => {
      const preview = await stage(variants[variant]!)
      if (variant === 'windows-1252') {
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(variants[variant]!)).toThrow()
        expect(preview.warnings.map(({ code }) => code)).toContain('ENCODING_GUESSED')
        expect(preview.columns).toContain('Teléfono móvil')
      }
      expect(await monthFigures(staging)).toEqual(story.months)
    })
  })
}
