import { expect, it } from 'vitest'
import { checkDeadCode } from './dead-code.ts'
import { rulesByFile, seed } from './seed.ts'

const PAGE = '<script type="module" src="/src/app/main.tsx"></script>\n'
const MAIN = `import { thing } from '../model/thing.ts'\nconsole.log(thing)\n`
const THING = 'export const thing = 1\n'
const BASE = { 'index.html': PAGE, 'src/app/main.tsx': MAIN, 'src/model/thing.ts': THING }

it('finds nothing where all is used: by import, worker, lazy page, test and script', () => {
  const root = seed({
    ...BASE,
    'README.md': '| `tsx` | * | runs scripts | scripts |\n',
    'package.json': `{ "scripts": { "sample": "tsx sample-data/generate/main.ts" }, "devDependencies": { "tsx": "*" } }`,
    'sample-data/generate/main.ts': 'console.log(1)\n',
    'src/app/main.tsx': `${MAIN}import('../views/sales/page.tsx')\nimport.meta.glob('../views/*/part.tsx')\nnew Worker(new URL('../../workers/w.ts', import.meta.url))\n`,
    'src/views/sales/page.tsx': 'export default function Page() { return null }\n',
    'src/views/stock/part.tsx': 'export default function Part() { return null }\n',
    'workers/w.ts': `import { step } from '../src/model/step.ts'\nstep({ size: 1 })\n`,
    'src/model/step.ts':
      'export interface Step { size: number }\nexport const half = (x: number) => x / 2\nexport const step = (s: Step) => half(s.size)\n',
    'src/model/step.test.ts': `import { half } from './step.ts'\nimport { two } from '../../tests/two.ts'\nhalf(two)\n`,
    'tests/bench/bare/index.html': '<script type="module" src="./bare.ts"></script>\n',
    'tests/bench/bare/bare.ts': 'console.log(1)\n',
    'tests/two.ts': 'export const two = 2\n',
  })
  expect(checkDeadCode(root)).toEqual([])
})

it('names a file that nothing or only a test reaches', () => {
  const root = seed({
    ...BASE,
    'src/model/alone.ts': 'export const alone = 1\n',
    'src/model/tested.ts': 'export const tested = 1\n',
    'src/model/tested.test.ts': `import { tested } from './tested.ts'\nconsole.log(tested)\n`,
    'workers/idle.ts': 'export const idle = 1\n',
    'tests/spare.ts': 'export const spare = 1\n',
  })
  expect(rulesByFile(checkDeadCode(root))).toEqual({
    'src/model/alone.ts': ['unused-file'],
    'src/model/tested.ts': ['unused-file'],
    'tests/spare.ts': ['unused-file'],
    'workers/idle.ts': ['unused-file'],
  })
})

it('names an export that nobody takes, or only a test', () => {
  const more =
    'export const spare = 2\nexport const tested = 3\nexport type Spare = string\nconst two = 2\nexport { two }\n'
  const root = seed({
    ...BASE,
    'src/model/thing.ts': THING + more,
    'src/model/thing.test.ts': `import { tested } from './thing.ts'\nconsole.log(tested)\n`,
  })
  expect(checkDeadCode(root).map(({ rule, detail }) => `${rule}: ${detail}`)).toEqual([
    'unused-export: spare is exported for nobody',
    'unused-export: tested is exported for nobody',
    'unused-export: Spare is exported for nobody',
    'unused-export: two is exported for nobody',
  ])
})

it('names packages that are listed for nothing, and used without being listed', () => {
  const root = seed({
    ...BASE,
    'src/app/main.tsx': `${MAIN}import 'dexie'\nimport 'uplot/dist/uPlot.min.css'\nimport '@solidjs/router'\n`,
    'README.md': ['dexie', 'comlink', '@fontsource-variable/inter', '@solidjs/router', 'solid-js']
      .map((name) => `| \`${name}\` | * | x |\n`)
      .join(''),
    'src/ui/font.css': `@import '@fontsource-variable/inter/wght.css';\n`,
    'package.json': `{ "dependencies": { "dexie": "*", "@fontsource-variable/inter": "*", "comlink": "*", "@solidjs/router": "*" }, "devDependencies": { "solid-js": "*", "knip": "*" } }`,
  })
  expect(checkDeadCode(root).map(({ rule, detail }) => `${rule}: ${detail}`)).toEqual([
    'unused-package: comlink',
    'unused-package: knip',
    'unlisted-package: uplot',
    'undescribed-package: no row for knip *: its reason and its home',
  ])
})
