import { expect, it } from 'vitest'
import { publicHolidays } from './public-holidays.ts'

it('Spain has its Christmas in both languages', async () => {
  const names = (await publicHolidays('ES', 2024, 2024)).map(({ name }) => name)
  expect(names).toContain('Navidad / Christmas Day')
  expect((await publicHolidays('GB', 2024, 2024)).map(({ name }) => name)).toContain('Christmas Day')
})
