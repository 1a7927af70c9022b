import { expect, it } from 'vitest'
import { rulesByFile, seed } from './seed.ts'
import { checkTree } from './tree.ts'

it('names misplaced files and folders that say nothing', () => {
  const root = seed({
    'scripts/run.ts': '',
    'src/model/money.ts': '',
    'src/model/utils/round.ts': '',
    'src/ui/components/x.tsx': '',
    'src/stray.ts': '',
    'src/services/x.ts': '',
    '.github/CONTRIBUTING.md': '',
    'README.md': '',
  })
  expect(rulesByFile(checkTree(root))).toEqual({
    'scripts/run.ts': ['top-level'],
    'src/model/utils/round.ts': ['folder-name'],
    'src/ui/components/x.tsx': ['folder-name'],
    'src/stray.ts': ['src-folder'],
    'src/services/x.ts': ['src-folder'],
  })
})

it('names paths of one machine and hosts of a registry, in any file', () => {
  const home = ['', 'home', 'ana', 'ventas'].join('/')
  const lock = (host: string): string =>
    `      "resolved": "https://${host}/solid-js/-/solid-js-1.9.19.tgz",\n`
  const root = seed({
    'src/model/file.ts': `export const file = '${home}/orders.csv'\n`,
    'src/model/address.ts': `export const address = '/api/v1/home/work'\nexport const here = './home/ana'\n`,
    '.npmrc': `${'registry'}=https://npm-${'mirror'}.internal/\n`,
    'package-lock.json': lock(`${'registry'}.npmjs.org`) + lock(`${'artifactory'}.shop.test`),
  })
  expect(rulesByFile(checkTree(root))).toEqual({
    'src/model/file.ts': ['machine-path'],
    '.npmrc': ['registry-host'],
    'package-lock.json': ['registry-host'],
  })
})
