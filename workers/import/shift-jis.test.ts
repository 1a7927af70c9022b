import { afterAll, beforeAll, expect, it } from 'vitest'
import { monthFigures } from '../../tests/source-months.ts'
import { openStaging, type Staging } from '../../tests/staging.ts'
import { guessEncoding } from '../../src/import/recognise-bytes.ts'

let staging: Staging
beforeAll(async () => {
  staging = await openStaging()
})
afterAll(() => staging.engine.close())

/** A date range report of Amazon Japan, in Shift-JIS: two cups for 3,000 less 300 and 500 for the way, one given back, a payout. */
const REPORT = Buffer.from(
  'IkFtYXpvboN9gVuDUINig2eDdoOMg0ODWIFBg3SDi4N0g0KDi4OBg5ODZyBieSBBbWF6b24oRkJBKYLMg2eDiYOTg1WDToNWg4eDk4LwityC3YLcgrciCiKCt4LXgsSCzIOMg3yBW4Nngs2JfoLFlVyOpoKzguqC3IK3gUIiCiKT+pV0L46eitQiLCKMiI3PlNSNhiIsIoNng4mDk4NVg06DVoOHg5OCzI7tl94iLCKSjZW2lNSNhiIsIlNLVSIsIpDglr4iLCKQlJfKIiwij6SVaZSEj+MiLCKUepGXl78iLCKDdoONg4KBW4NWg4eDk4qEiPiKeiIsIo7okJSXvyIsIo2HjHYiCiIyMDI1LzAxLzA1IDEwOjAwOjAwIEpTVCIsIjEiLCKSjZW2IiwiMjUwLTEiLCJDLTEiLCKTkoLMgt0gkMIiLCIyIiwiMywwMDAiLCI1MDAiLCItMzAwIiwiLTQ1MCIsIjIsNzUwIgoiMjAyNS8wMS8yMCAxMDowMDowMCBKU1QiLCIxIiwildSL4CIsIjI1MC0xIiwiQy0xIiwik5KCzILdIJDCIiwiMSIsIi0xLDUwMCIsIjAiLCIxNTAiLCIyMjUiLCItMSwxMjUiCiIyMDI1LzAxLzMxIDEwOjAwOjAwIEpTVCIsIjEiLCKQVY2egt0iLCIiLCIiLCKL4o1zIiwiIiwiMCIsIjAiLCIwIiwiMCIsIi0xLDYyNSIK',
  'base64',
) // prettier-ignore

it('reads a report of Amazon Japan in Shift-JIS', async () => {
  const [preview] = await staging.stage([Uint8Array.from(REPORT)], {}, { timeZone: 'Asia/Tokyo' })
  expect(preview).toMatchObject({ source: 'amazon_date_range', encoding: 'shift_jis', currency: 'JPY' })
  expect(preview?.warnings.map(({ code }) => code)).toContain('ENCODING_GUESSED')
  expect(await monthFigures(staging)).toMatchObject({
    '2025-01': { gross: 3000, discounts: 300, returns: 1350, net: 1350, shipping: 500, orders: 1, units: 2 },
  })
  expect(await staging.query('SELECT DISTINCT title FROM stage.lines')).toEqual([{ title: '湯のみ 青' }])
})

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

it.each([
  ['Japanese in UTF-8', new TextEncoder().encode('日付,説明,これはカップです,湯のみのセット\n')],
  ['Spanish in Latin-1', latin('Número,Descripción,Cañón,Lámpara,Ñandú,Fabián\n'.repeat(20))],
  ['Portuguese in Latin-1', latin('Açaí,Coração,Não,Pão,Endereço\n'.repeat(20))],
  ['ASCII', latin('a,b,c\n1,2,3\n')],
])('takes %s for what it is', (_, bytes) => {
  expect(guessEncoding(bytes).encoding).toBe('utf-8')
})
