import { expect, it } from 'vitest'
import { layerNames, layerRules } from './layer-rules.ts'
import { checkLayers, unread } from './layers.ts'
import { rulesByFile, seed } from './seed.ts'

const taking = (from: string): string => `import { thing } from '${from}'\nexport const other = thing\n`
const takingType = (from: string): string =>
  `import type { Thing } from '${from}'\nexport type Other = Thing\n`
const THING = 'export const thing = 1\nexport type Thing = number\n'

/** A tree in which every folder has something to take. */
const TREE = Object.fromEntries(
  [
    ...layerNames.map((name) => `src/${name}/thing.ts`),
    'src/views/customers/thing.ts',
    'workers/thing.ts',
    'tests/thing.ts',
    'sample-data/generate/thing.ts',
  ].map((path) => [path, THING]),
)

/** Rule → the one file that breaks it, and how. */
const FAULTS: Record<string, readonly [path: string, text: string]> = {
  'layer-model': ['src/model/fault.ts', taking('../import/thing.ts')],
  'layer-import': ['src/import/fault.ts', taking('../store/thing.ts')],
  'layer-analytics': ['src/analytics/fault.ts', taking('../query/thing.ts')],
  'layer-store': ['src/store/fault.ts', takingType('../import/thing.ts')],
  'layer-query': ['src/query/fault.ts', taking('../store/thing.ts')],
  'layer-jobs': ['src/jobs/fault.ts', taking('../workspace/thing.ts')],
  'layer-workspace': ['src/workspace/fault.ts', taking('../api/thing.ts')],
  'layer-api': ['src/api/fault.ts', taking('../query/thing.ts')],
  'layer-ui': ['src/ui/fault.ts', takingType('../model/thing.ts')],
  'layer-views': ['src/views/fault.ts', taking('../workspace/thing.ts')],
  'layer-app': ['src/app/fault.ts', taking('../store/thing.ts')],
  'layer-model-tests': ['src/model/fault.test.ts', taking('../import/thing.ts')],
  'layer-import-tests': ['src/import/fault.test.ts', taking('../store/thing.ts')],
  'layer-analytics-tests': ['src/analytics/fault.test.ts', taking('../query/thing.ts')],
  'layer-store-tests': ['src/store/fault.test.ts', taking('../import/thing.ts')],
  'layer-query-tests': ['src/query/fault.test.ts', taking('../store/thing.ts')],
  'layer-jobs-tests': ['src/jobs/fault.test.ts', taking('../workspace/thing.ts')],
  'layer-workspace-tests': ['src/workspace/fault.test.ts', taking('../api/thing.ts')],
  'layer-api-tests': ['src/api/fault.test.ts', taking('../ui/thing.ts')],
  'layer-ui-tests': ['src/ui/fault.test.ts', taking('../model/thing.ts')],
  'layer-views-tests': ['src/views/fault.test.ts', taking('../workspace/thing.ts')],
  'layer-app-tests': ['src/app/fault.test.ts', taking('../store/thing.ts')],
  'layer-workers': ['workers/fault.ts', taking('../src/jobs/thing.ts')],
  'type-only-jobs-workers': ['src/jobs/worker-value.ts', taking('../../workers/thing.ts')],
  'type-only-jobs-src-import': ['src/jobs/import-value.ts', taking('../import/thing.ts')],
  'type-only-api-src-import': ['src/api/import-value.ts', taking('../import/thing.ts')],
  'home-dexie': ['src/query/dexie.ts', taking('dexie')],
  'home-duckdb-duckdb-wasm': ['src/query/other-engine.ts', taking('@duckdb/duckdb-wasm')],
  'home-apache-arrow': ['src/query/arrow.ts', takingType('apache-arrow')],
  'home-papaparse': ['src/import/papa.ts', taking('papaparse')],
  'home-saxes': ['workers/import/xml.ts', taking('saxes')],
  'home-tensorflow': ['src/analytics/tensors.ts', taking('@tensorflow/tfjs')],
  'home-bsull': ['src/analytics/prophet.ts', taking('@bsull/augurs/prophet')],
  'home-date-holidays': ['src/model/holidays.ts', taking('date-holidays')],
  'home-hash-wasm': ['src/views/hash.ts', taking('hash-wasm')],
  'home-comlink': ['src/workspace/comlink.ts', taking('comlink')],
  'home-uplot': ['src/ui/table/plot.ts', taking('uplot')],
  'home-solidjs-router': ['src/ui/link.ts', taking('@solidjs/router')],
  'home-solid-js': ['src/workspace/signal.ts', taking('solid-js')],
  'home-tanstack-solid-virtual': ['src/views/virtual.ts', taking('@tanstack/solid-virtual')],
  'home-fontsource-variable-inter': ['src/views/font.ts', `import '@fontsource-variable/inter'\n`],
  'home-valibot': ['src/model/schema.ts', taking('valibot')],
  'home-valibot-to-json-schema': ['src/model/json.ts', taking('@valibot/to-json-schema')],
  'home-unocss': ['src/ui/uno.ts', taking('unocss')],
  'home-workbox-window': ['src/views/workbox.ts', taking('workbox-window')],
  'home-workbox-expiration-precaching-routing-strategies': ['workers/w.ts', taking('workbox-routing')],
  'home-none': ['src/app/homeless.ts', taking('playwright')],
  'views-apart': ['src/views/products/fault.ts', taking('../customers/thing.ts')],
  'views-shared': ['src/views/shared.ts', taking('./customers/thing.ts')],
  'no-node': ['src/store/files.ts', taking('node:fs')],
  resolves: ['src/model/missing.ts', taking('./nowhere.ts')],
}

it('has a fault for every rule but that on cycles, which has its own', () => {
  expect([...Object.keys(FAULTS), 'no-cycle'].sort()).toEqual(layerRules.map(({ name }) => name).sort())
})

it('names exactly the broken rule of every fault', async () => {
  const root = seed({ ...TREE, ...Object.fromEntries(Object.values(FAULTS)) })
  const expected = Object.entries(FAULTS).map(([rule, [path]]) => [path, [rule]])
  expect(rulesByFile(await checkLayers(root))).toEqual(Object.fromEntries(expected))
})

it('finds a cycle, of types too', async () => {
  const root = seed({
    'src/model/hen.ts': takingType('./egg.ts') + THING,
    'src/model/egg.ts': takingType('./hen.ts') + THING,
  })
  expect(rulesByFile(await checkLayers(root))).toEqual({
    'src/model/egg.ts': ['no-cycle'],
  })
})

it('finds nothing in what DESIGN §2 allows', async () => {
  const root = seed({
    ...TREE,
    'src/jobs/importer.ts': takingType('../../workers/thing.ts') + `import 'comlink'\n`,
    'src/query/duckdb.ts': taking('@duckdb/duckdb-wasm'),
    'src/query/duckdb.test.ts': taking('../../tests/thing.ts') + `import 'papaparse'\n`,
    'src/store/database.ts': taking('dexie'),
    'src/ui/chart/plot.tsx': taking('uplot'),
    'src/views/customers/page.tsx': taking('./thing.ts') + `import '@solidjs/router'\n`,
    'src/workspace/open.ts': taking('../store/thing.ts'),
    'workers/importer.ts': taking('../src/query/thing.ts') + `import 'papaparse'\n`,
    'workers/service-worker.ts': taking('workbox-routing'),
  })
  expect(await checkLayers(root)).toEqual([])
})

it('fails when it did not read every module', async () => {
  const read = new Set(['src/model/thing.ts'])
  expect(rulesByFile(unread(['src/model/thing.ts', 'src/ui/thing.tsx'], read))).toEqual({
    'src/ui/thing.tsx': ['modules-read'],
  })
})
