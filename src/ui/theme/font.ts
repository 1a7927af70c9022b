import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'

const LATIN =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, ' +
  'U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD'

/** Fetches the app's typeface, which is not worth waiting for: text stands in the system's until it is there. */
export function loadFont(): void {
  const face = new FontFace('Inter Variable', `url(${inter}) format('woff2-variations')`, {
    weight: '100 900',
    display: 'swap',
    unicodeRange: LATIN,
  })
  document.fonts.add(face)
  face.load().catch(() => {})
}
