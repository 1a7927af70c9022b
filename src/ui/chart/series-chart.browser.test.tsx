import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, describe, expect, test } from 'vitest'
import { press, renderPart } from '../../../tests/render-part.tsx'
import { SeriesChart } from './series-chart.tsx'

const DATES = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04']
const TITLE = 'Net sales, 1 Mar – 4 Mar 2026'

const euros = (value: number | null) => (value === null ? '–' : `€${value}`)

const chart = () => (
  <SeriesChart
    title={TITLE}
    unit="€ per day"
    dates={DATES}
    grain="day"
    lines={[
      { label: 'Sales', kind: 'present', values: [10, 30, null, null] },
      { label: 'Forecast', kind: 'forecast', values: [null, 30, 25, 20] },
    ]}
    bands={[{ level: 80, lower: [null, 30, 15, 5], upper: [null, 30, 35, 35] }]}
    format={euros}
    formatAxis={euros}
  />
)

async function drawn() {
  const { container } = await renderPart(chart)
  await waitFor(() => expect(container.querySelector('canvas')).not.toBeNull())
  return screen.getByRole('group', { name: TITLE })
}

afterEach(cleanup)

describe('SeriesChart', () => {
  test('arrows, Home and End walk through exact values, which are announced', async () => {
    const group = await drawn()
    group.focus()
    press('ArrowRight')
    const spoken = screen.getByText('1 Mar 2026').closest('[aria-live]')
    expect(spoken?.textContent).toContain('Sales€10')
    press('End')
    expect(spoken?.textContent).toContain('4 Mar 2026')
    expect(spoken?.textContent).toContain('Forecast€20')
    expect(spoken?.textContent).toContain('80% interval €5 – €35')
    press('ArrowLeft')
    expect(spoken?.textContent).toContain('3 Mar 2026')
    group.blur()
    await waitFor(() => expect(spoken?.textContent).not.toContain('2026'))
  })

  test('the same figures stand in a table behind a button', async () => {
    await drawn()
    fireEvent.click(screen.getByRole('button', { name: 'Show table' }))
    const row = screen.getByRole('row', { name: /^3 Mar 2026/ })
    expect(row.textContent).toBe('3 Mar 2026–€25€15€35')
    fireEvent.click(screen.getByRole('button', { name: 'Show chart' }))
    await waitFor(() => expect(screen.getByRole('group', { name: TITLE })).toBeTruthy())
  })

  test('the date under the last place is not cut at the edge', async () => {
    const months = ['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01']
    const { container } = await renderPart(() => (
      <SeriesChart
        title="By month"
        unit="€"
        dates={months}
        grain="month"
        lines={[{ label: 'Sales', kind: 'present', values: [1, 2, 3, 4, 5] }]}
        format={euros}
        formatAxis={euros}
      />
    ))
    await waitFor(() => expect(container.querySelector('canvas')).not.toBeNull())
    const canvas = container.querySelector('canvas') as HTMLCanvasElement
    await waitFor(() => {
      const edge = canvas.getContext('2d')?.getImageData(canvas.width - 2, 0, 2, canvas.height).data ?? [1]
      const whole = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      expect(whole.some((value) => value > 0)).toBe(true)
      expect(edge.every((value) => value === 0)).toBe(true)
    })
  })

  test('draws the line in the colour of the theme', async () => {
    const group = await drawn()
    const canvas = group.querySelector('canvas')
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    const accent = (_: number, at: number) =>
      at % 4 === 0 && pixels[at] === 15 && pixels[at + 1] === 107 && pixels[at + 2] === 92
    expect([...pixels].filter(accent).length).toBeGreaterThan(100)
  })
})
