import { makeColourReader } from './palette.ts'

const PAD = 16
const TITLE = 28

/** A picture of the chart with its title, on the surface's colour. */
export function pictureOf(canvas: HTMLCanvasElement, title: string): Promise<Blob | null> {
  const scale = devicePixelRatio
  const picture = document.createElement('canvas')
  picture.width = canvas.width + 2 * PAD * scale
  picture.height = canvas.height + (TITLE + 2 * PAD) * scale
  const pen = picture.getContext('2d')
  if (!pen) return Promise.resolve(null)
  const colour = makeColourReader(canvas.parentElement ?? document.body)
  pen.fillStyle = colour('--surface')
  pen.fillRect(0, 0, picture.width, picture.height)
  pen.fillStyle = colour('--text')
  pen.font = `600 ${16 * scale}px "Inter Variable", system-ui, sans-serif`
  pen.textBaseline = 'top'
  pen.fillText(title, PAD * scale, PAD * scale)
  pen.drawImage(canvas, PAD * scale, (PAD + TITLE) * scale)
  return new Promise((resolve) => picture.toBlob(resolve, 'image/png'))
}
