import { createSignal } from 'solid-js'

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + 15,
  PageUp: (at) => at - 15,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** One row button in the tab order; arrows, pages, Home and End move it, also to rows that are not drawn yet. */
export function makeRowKeys(count: () => number, reveal: (index: number) => void) {
  const [active, setActive] = createSignal(0)
  const focusRow = (body: HTMLElement, index: number, tries: number): void => {
    const button = body.querySelector<HTMLElement>(`[data-row="${index}"]`)
    if (button) return button.focus()
    if (tries > 0) requestAnimationFrame(() => focusRow(body, index, tries - 1))
  }
  const move = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const step = STEPS[event.key]
    const at = (event.target as HTMLElement).dataset['row']
    if (!step || at === undefined) return
    event.preventDefault()
    const goal = Math.max(0, Math.min(count() - 1, step(Number(at), count())))
    setActive(goal)
    reveal(goal)
    focusRow(event.currentTarget, goal, 10)
  }
  const attributes = (index: number) => ({
    'data-row': index,
    get tabindex() {
      return Math.min(active(), count() - 1) === index ? 0 : -1
    },
    onFocus: () => setActive(index),
  })
  return { move, attributes }
}
