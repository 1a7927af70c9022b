import type { IRegularForbiddenRuleType } from 'dependency-cruiser'

/** DESIGN §2: what each folder of src may import, besides itself. */
const MAY: Record<string, readonly string[]> = {
  model: [],
  // SQL lives in `query`; a layout of `import/sources` says in SQL expressions what its cells mean, as data that `query/staging` puts into its statements.
  import: ['model'],
  analytics: ['model'],
  store: ['model'],
  query: ['model'],
  jobs: ['model', 'analytics', 'import'],
  workspace: ['model', 'import', 'analytics', 'store', 'query', 'jobs'],
  api: ['model', 'analytics', 'import', 'workspace'],
  ui: [],
  views: ['model', 'analytics', 'api', 'ui'],
  app: ['workspace', 'api', 'ui', 'views'],
}
const WORKERS_MAY = ['model', 'import', 'analytics', 'query', 'store']
const STARTS_WORKERS = new Set(['jobs'])
const SHOWS_DEMO = new Set(['workspace', 'views', 'app'])

/** Imports of these folders from those layers may only be `import type`. */
const BY_TYPE: readonly (readonly [from: string, to: string])[] = [
  ['jobs', '^workers/'],
  ['jobs', '^src/import/'],
  ['api', '^src/import/'],
]

/** The one home of each package; a package that is not here has none. */
const HOMES: Record<string, string> = {
  dexie: '^src/store/',
  'hash-wasm': '^src/store/',
  '@duckdb/duckdb-wasm': '^src/query/(duckdb|engine-worker)\\.ts$',
  'apache-arrow': '^src/query/duckdb\\.ts$',
  papaparse: '^workers/',
  saxes: '^workers/workbook/',
  '@tensorflow/[^/]+': '^workers/',
  '@bsull/[^/]+': '^workers/augurs/',
  'date-holidays': '^workers/',
  comlink: '^(src/jobs|workers)/',
  uplot: '^src/ui/chart/',
  '@solidjs/router': '^src/(views|app)/',
  'solid-js': '^src/(ui|views|app)/',
  '@tanstack/solid-virtual': '^src/ui/',
  '@fontsource-variable/inter': '^src/(ui|app)/',
  valibot: '^src/api/',
  '@valibot/to-json-schema': '^src/api/',
  unocss: '^src/ui/theme/',
  'workbox-window': '^src/app/',
  'workbox-(expiration|precaching|routing|strategies)': '^workers/service-worker[./]',
}

const TEST = '\\.test(-worker)?\\.tsx?$'
const OURS = '^(src|workers|tests|sample-data)/'
const NPM = ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-no-pkg', 'npm-unknown'] as const

const spoken = (name: string): string => name.replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '')

const forbid = (
  name: string,
  rule: Pick<IRegularForbiddenRuleType, 'from' | 'to'>,
): IRegularForbiddenRuleType => ({
  name,
  severity: 'error',
  ...rule,
})

const inPackage = (name: string): string => `(^|node_modules/)(@types/)?${name}(/|$)`

const layer = (name: string): IRegularForbiddenRuleType[] => {
  const allowed = [name, ...(MAY[name] ?? [])].map((folder) => `^src/${folder}/`)
  const workers = STARTS_WORKERS.has(name) ? ['^workers/'] : []
  const demo = SHOWS_DEMO.has(name) ? ['^sample-data/[^/]+\\.(csv|gz|zip|json)$'] : []
  const code = [...allowed, ...workers, ...demo]
  const model = name === 'ui' ? [] : ['^src/model/']
  return [
    forbid(`layer-${name}`, {
      from: { path: `^src/${name}/`, pathNot: TEST },
      to: { path: OURS, pathNot: code },
    }),
    forbid(`layer-${name}-tests`, {
      from: { path: `^src/${name}/.*${TEST}` },
      to: { path: OURS, pathNot: [...code, ...model, '^tests/', '^sample-data/'] },
    }),
  ]
}

const workersLayer: IRegularForbiddenRuleType[] = [
  forbid('layer-workers', {
    from: { path: '^workers/', pathNot: TEST },
    to: { path: OURS, pathNot: ['^workers/', ...WORKERS_MAY.map((name) => `^src/${name}/`)] },
  }),
]

const typeOnly = BY_TYPE.map(([from, to]) =>
  forbid(`type-only-${from}-${spoken(to)}`, {
    from: { path: `^src/${from}/`, pathNot: TEST },
    to: { path: to, dependencyTypesNot: ['type-only'] },
  }),
)

const homes = Object.entries(HOMES).map(([name, home]) =>
  forbid(`home-${spoken(name)}`, {
    from: { path: '^(src|workers)/', pathNot: [home, TEST] },
    to: { path: inPackage(name) },
  }),
)

const homeless = forbid('home-none', {
  from: { path: '^(src|workers)/', pathNot: TEST },
  to: {
    dependencyTypes: [...NPM],
    pathNot: [...Object.keys(HOMES).map(inPackage), '^virtual:'],
  },
})

const general: IRegularForbiddenRuleType[] = [
  forbid('views-apart', {
    from: { path: '^src/views/([^/]+)/' },
    to: { path: '^src/views/[^/]+/', pathNot: '^src/views/$1/' },
  }),
  forbid('views-shared', {
    from: { path: '^src/views/[^/]+$' },
    to: { path: '^src/views/[^/]+/' },
  }),
  forbid('no-cycle', { from: {}, to: { circular: true } }),
  forbid('no-node', {
    from: { path: '^(src|workers)/', pathNot: TEST },
    to: { dependencyTypes: ['core'] },
  }),
  forbid('resolves', {
    from: { path: '^(src|workers)/' },
    to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?url$'] },
  }),
]

/** The folders of src. */
export const layerNames: readonly string[] = Object.keys(MAY)

/** Every rule of DESIGN §2 on who imports whom, for dependency-cruiser. */
export const layerRules: readonly IRegularForbiddenRuleType[] = [
  ...Object.keys(MAY).flatMap(layer),
  ...workersLayer,
  ...typeOnly,
  ...homes,
  homeless,
  ...general,
]
