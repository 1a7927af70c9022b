import { expect, it } from 'vitest'
import { HEADLINE_TEXTS } from '../src/analytics/metrics/headline-texts.ts'
import { METRICS } from '../src/model/metric.ts'
import { en } from '../src/ui/text/en.ts'
import { es } from '../src/ui/text/es.ts'

it('has every text of every metric and headline in both languages, with the same marks', () => {
  const marks = (text: unknown) => [...String(text).matchAll(/\{\w+\}/g)].map(String).sort()
  const [english, spanish]: Record<string, unknown>[] = [en.metrics, es.metrics]
  for (const metric of METRICS)
    for (const part of ['name', 'about', 'formula', 'exclusions', 'note'])
      for (const texts of [english, spanish])
        expect(texts?.[`${metric}.${part}`], `${metric}.${part}`).toBeTruthy()
  for (const [code, text] of Object.entries(HEADLINE_TEXTS)) {
    expect(english?.[`headline.${code}`]).toBe(text)
    expect(marks(spanish?.[`headline.${code}`]), code).toEqual(marks(text))
  }
})
