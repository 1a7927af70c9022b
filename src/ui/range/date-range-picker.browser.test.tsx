import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, test } from 'vitest'
import { press, renderPart } from '../../../tests/render-part.tsx'
import type { Language } from '../text/language.ts'
import { DateRangePicker } from './date-range-picker.tsx'
import type { RangeValue } from './range-value.ts'

const MARCH: RangeValue = { preset: 'custom', from: '2026-03-02', to: '2026-03-20', compare: 'previous' }

async function openPicker(language: Language = 'en') {
  const [value, setValue] = createSignal(MARCH)
  const daysOf = () => ({ from: '2026-02-19', to: '2026-03-20' })
  await renderPart(
    () => <DateRangePicker value={value()} daysOf={daysOf} max="2026-03-20" onChange={setValue} />,
    language,
  )
  fireEvent.click(screen.getByRole('button', { expanded: false }))
  await screen.findByRole('grid')
  return value
}

afterEach(cleanup)

describe('DateRangePicker', () => {
  test('a preset gives its days and closes', async () => {
    const value = await openPicker()
    fireEvent.click(screen.getByRole('button', { name: 'Last 30 days' }))
    expect(value()).toEqual({ preset: 'last_30', from: '2026-02-19', to: '2026-03-20', compare: 'previous' })
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull())
  })

  test('two days, the later first, make a range in order', async () => {
    const value = await openPicker()
    fireEvent.click(screen.getByRole('button', { name: '12 Mar 2026' }))
    expect(screen.getByText('Choose the last day')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '5 Mar 2026' }))
    expect(screen.getByText('8 days')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Apply' }))
    expect(value()).toMatchObject({ preset: 'custom', from: '2026-03-05', to: '2026-03-12' })
  })

  test('arrows move by day and week, pages by month, never past the last day', async () => {
    await openPicker()
    screen.getByRole('button', { name: '20 Mar 2026' }).focus()
    press('ArrowRight')
    expect(document.activeElement?.ariaLabel).toBe('20 Mar 2026')
    press('ArrowUp')
    expect(document.activeElement?.ariaLabel).toBe('13 Mar 2026')
    press('PageUp')
    expect(document.activeElement?.ariaLabel).toBe('13 Feb 2026')
  })

  test('the comparison changes by itself', async () => {
    const value = await openPicker()
    const compare = screen.getByRole('combobox', { name: 'Compare with' })
    fireEvent.change(compare, { target: { value: 'year' } })
    expect(value()).toEqual({ ...MARCH, compare: 'year' })
  })

  test('weeks begin on Monday in Spanish', async () => {
    await openPicker('es')
    const [first] = within(screen.getByRole('grid')).getAllByRole('columnheader')
    expect(first?.getAttribute('abbr')).toBe('lunes')
  })
})
