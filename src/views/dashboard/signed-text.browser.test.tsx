import { expect, it } from 'vitest'
import { renderPart } from '../../../tests/render-part.tsx'
import { SignedText } from './signed-text.tsx'

const TEXT = 'The number of orders makes +£236,016.25, units per order -£42,686.70.'

it('keeps a sign on the line of its amount, at every width, and the sentence as it is', async () => {
  const { container } = await renderPart(() => (
    <p>
      <SignedText text={TEXT} />
    </p>
  ))
  const paragraph = container.querySelector('p')
  if (!paragraph) throw new Error('no paragraph')
  expect(paragraph.textContent).toBe(TEXT)
  const lines = () => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    const tops: number[][] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const found of (node.textContent ?? '').matchAll(/[+-]£/g)) {
        range.setStart(node, found.index)
        range.setEnd(node, found.index + 2)
        tops.push([...range.getClientRects()].map(({ top }) => Math.round(top)))
      }
    return tops
  }
  for (let width = 120; width <= 400; width += 4) {
    paragraph.style.width = `${width}px`
    expect(lines(), `${width} px`).toHaveLength(2)
    for (const tops of lines()) expect(new Set(tops).size, `${width} px`).toBe(1)
  }
})
