import { expect, it } from 'vitest'
import { fileStem } from './file-name.ts'

it.each([
  ['Tienda de Ana', 'Tienda-de-Ana'],
  ['../../etc/passwd', 'etc-passwd'],
  ['report\u202Egnp.ventas', 'report-gnp-ventas'],
  ['<img src=x>', 'img-src-x'],
  ['\0\n', 'ventas'],
  ['ñ'.repeat(200), 'ñ'.repeat(60)],
])('the name %j becomes the file name %j', (name, stem) => {
  expect(fileStem(name)).toBe(stem)
})
