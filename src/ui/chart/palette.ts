import type { ChartLine } from './series.ts'

const SERIES = 8

/** Custom property of a line's colour; `series` lines take the palette in order. */
export function lineColour(line: ChartLine, order: number): string {
  if (line.kind === 'past') return '--muted'
  if (line.kind === 'series') return `--series-${(order % SERIES) + 1}`
  return '--accent'
}

export const isDashed = (line: ChartLine): boolean => line.kind === 'past' || line.kind === 'forecast'

/** Colour of a token as the canvas needs it, in the theme in force at this element. */
export function makeColourReader(place: HTMLElement): (token: string) => string {
  const probe = document.createElement('span')
  probe.hidden = true
  place.append(probe)
  return (token) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
}
