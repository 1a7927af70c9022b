import { expect, it } from 'vitest'
import { rulesByFile, seed } from './seed.ts'
import { checkStyle } from './style.ts'

it('names each broken habit', () => {
  const root = seed({
    'src/ui/bar.tsx': `export const Bar = () => <i style={{ color: '#c00' }} />\n`,
    'src/ui/shade.tsx': `export const shade = 'rgb(10 20 30)'\n`,
    'src/views/sales/page.tsx': `export const sql = 'SELECT day FROM orders'\n`,
    'src/views/sales/work.ts': `export const worker = new Worker(new URL('./x.js', import.meta.url))\n`,
    'src/ui/id.tsx': `export const Id = () => <i data-testid="x" />\n`,
    'tests/e2e/wait.spec.ts': `await page.waitForTimeout(500)\n`,
    'src/ui/drop.tsx': `export const Drop = () => <div use:drop={1} />\n`,
    'src/store/send.ts': `export const send = () => fetch('https://example.com')\n`,
    'src/store/ending.ts': `import { send } from './send'\nexport const again = send\n`,
  })
  expect(rulesByFile(checkStyle(root))).toEqual({
    'src/ui/bar.tsx': ['color-literal'],
    'src/ui/shade.tsx': ['color-literal'],
    'src/views/sales/page.tsx': ['sql-in-screen'],
    'src/views/sales/work.ts': ['worker-started'],
    'src/ui/id.tsx': ['test-id'],
    'tests/e2e/wait.spec.ts': ['sleep'],
    'src/ui/drop.tsx': ['directive'],
    'src/store/send.ts': ['foreign-address'],
    'src/store/ending.ts': ['import-ending'],
  })
})

it('leaves alone what only looks like one', () => {
  const root = seed({
    'src/ui/theme/palette.ts': `export const accent = '#0f766e'\n`,
    'src/ui/link.tsx': `export const Link = () => <a href="#top">Select a shop from the list</a>\n`,
    'src/jobs/importer.ts': `export const start = () => new Worker(new URL('../../workers/importer.ts', import.meta.url))\n`,
    'src/views/query/examples.ts': `export const sql = 'SELECT day FROM orders'\n`,
    'src/ui/part.tsx': `import { Link } from './link.tsx'\nexport const Part = Link\n`,
  })
  expect(checkStyle(root)).toEqual([])
})
