export interface Place {
  /** Which edge of the anchor the panel shares. */
  readonly align?: 'start' | 'end'
  readonly gap?: number
}

const MARGIN = 8

/** Puts a shown popover below its anchor, or above when there is no room, always inside the window. */
export function placePanel(panel: HTMLElement, anchor: Element, place: Place = {}): void {
  const gap = place.gap ?? 4
  const at = anchor.getBoundingClientRect()
  const width = panel.offsetWidth
  const height = panel.offsetHeight
  const below = innerHeight - at.bottom - gap - MARGIN
  const above = at.top - gap - MARGIN
  const under = height <= below || below >= above
  const left = place.align === 'end' ? at.right - width : at.left
  panel.style.position = 'fixed'
  panel.style.margin = '0'
  panel.style.maxHeight = `${Math.max(120, under ? below : above)}px`
  panel.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - width - MARGIN))}px`
  panel.style.top = `${under ? at.bottom + gap : Math.max(MARGIN, at.top - gap - Math.min(height, above))}px`
}
