import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { seed } from './seed.ts'
import { checkFormat, checkTypes, runTool } from './tools.ts'

const own = (path: string): string => readFileSync(path, 'utf8')

/** Rule of .oxlintrc.json → a file that breaks it, and no other rule. */
const FAULTS: Record<string, readonly [path: string, text: string]> = {
  'eslint(eqeqeq)': ['src/model/same.ts', 'export const same = (a: number, b: number) => a == b\n'],
  'eslint(no-alert)': ['src/ui/say.ts', `export const say = () => window.alert('x')\n`],
  'eslint(no-var)': ['src/model/old.ts', 'export var old = 1\n'],
  'eslint(prefer-const)': ['src/model/still.ts', 'let still = 1\nexport { still }\n'],
  'eslint(no-restricted-globals)': ['src/ui/place.ts', 'export const place = () => name\n'],
  'eslint(no-unused-vars)': ['src/model/spare.ts', 'const spare = 1\nexport const used = 2\n'],
  'eslint(no-console)': ['src/model/loud.ts', 'export const loud = () => console.log(1)\n'],
  'eslint(no-shadow)': [
    'src/model/shade.ts',
    'const x = 1\nexport const y = (x: number) => x\nexport { x }\n',
  ],
  'import(no-cycle)': ['src/model/hen.ts', `import { egg } from './egg.ts'\nexport const hen = () => egg\n`],
  'import(no-default-export)': ['src/views/sales/chart.tsx', 'export default 1\n'],
  'oxc(no-barrel-file)': ['src/model/all.ts', `export * from './good.ts'\n`],
  'typescript(ban-ts-comment)': ['src/model/hide.ts', `// @ts-ignore\nexport const hide: string = 'x'\n`],
  'typescript(no-empty-object-type)': ['src/model/empty.ts', 'export type Empty = {}\n'],
  'typescript(no-explicit-any)': ['src/model/any.ts', 'export const any: any = 1\n'],
  'typescript(no-non-null-assertion)': [
    'src/workspace/sure.ts',
    'export const sure = (x: number | undefined) => x!\n',
  ],
  'typescript(no-unsafe-function-type)': ['src/model/fn.ts', 'export type Fn = Function\n'],
  'typescript(no-wrapper-object-types)': ['src/model/box.ts', 'export type Box = String\n'],
  'typescript(consistent-type-imports)': [
    'src/model/kind.ts',
    `import { Good } from './good.ts'\nexport type Kind = Good\n`,
  ],
  'solid(components-return-once)': [
    'src/ui/early.tsx',
    'export function Early(props: { a: boolean }) {\n  if (props.a) return <p />\n  return <i />\n}\n',
  ],
  'solid(event-handlers)': ['src/ui/press.tsx', 'export const Press = () => <b onclick={() => {}} />\n'],
  'solid(jsx-no-duplicate-props)': ['src/ui/twice.tsx', 'export const Twice = () => <b id="a" id="b" />\n'],
  'solid(jsx-no-script-url)': ['src/ui/link.tsx', `export const Link = () => <a href="javascript:x()" />\n`],
  'solid(jsx-no-undef)': ['src/ui/none.tsx', 'export const None = () => <Nowhere />\n'],
  'solid(no-destructure)': ['src/ui/torn.tsx', 'export const Torn = ({ a }: { a: string }) => <p>{a}</p>\n'],
  'solid(no-innerhtml)': [
    'src/ui/raw.tsx',
    'export const Raw = (p: { a: string }) => <p innerHTML={p.a} />\n',
  ],
  'solid(no-react-deps)': [
    'src/ui/deps.ts',
    `import { createEffect } from 'solid-js'\nexport const go = (f: () => void) => createEffect(() => f(), [f])\n`,
  ],
  'solid(no-react-specific-props)': ['src/ui/react.tsx', 'export const React = () => <b className="a" />\n'],
  'solid(prefer-for)': [
    'src/ui/list.tsx',
    'export const List = (p: { a: string[] }) => <ul>{p.a.map((x) => <li>{x}</li>)}</ul>\n',
  ],
}

interface Message {
  code: string
  filename: string
}

const lint = async (files: Record<string, string>): Promise<Record<string, string[]>> => {
  const root = seed({ '.oxlintrc.json': own('.oxlintrc.json'), ...files })
  const { output } = await runTool(root, 'oxlint', ['--quiet', '-f', 'json', 'src'])
  const { diagnostics } = JSON.parse(output) as { diagnostics: Message[] }
  const found: Record<string, string[]> = {}
  for (const { filename, code } of diagnostics) found[filename] = [...(found[filename] ?? []), code]
  return found
}

it('lints: each fault is named by its rule', async () => {
  const good = { 'src/model/good.ts': 'export interface Good {\n  a: string\n}\n' }
  const egg = { 'src/model/egg.ts': `import { hen } from './hen.ts'\nexport const egg = () => hen\n` }
  const found = await lint({ ...good, ...egg, ...Object.fromEntries(Object.values(FAULTS)) })
  const expected = Object.fromEntries(Object.entries(FAULTS).map(([rule, [path]]) => [path, [rule]]))
  expect(found).toEqual({ ...expected, 'src/model/egg.ts': ['import(no-cycle)'] })
})

it('has a fault for every rule that .oxlintrc.json turns on by name', () => {
  const { rules, overrides } = JSON.parse(own('.oxlintrc.json')) as Record<
    'rules',
    Record<string, unknown>
  > & {
    overrides: { rules: Record<string, unknown> }[]
  }
  const named = [rules, ...overrides.map((override) => override.rules)].flatMap(Object.entries)
  const errors = named.filter(([, level]) => level === 'error' || Array.isArray(level)).map(([name]) => name)
  const seeded = Object.keys(FAULTS).map((code) =>
    code.replace(/^eslint\((.*)\)$/, '$1').replace(/\((.*)\)$/, '/$1'),
  )
  expect(errors.filter((name) => !seeded.includes(name))).toEqual([])
})

it('lets lazy pages have a default export, and tests and numerics assert', async () => {
  const found = await lint({
    'src/views/sales/page.tsx': 'export default function Page() {\n  return <p />\n}\n',
    'src/analytics/sum.ts': 'export const first = (x: Float64Array) => x[0]!\n',
  })
  expect(found).toEqual({})
})

const PROJECTS = {
  'tsconfig.json': own('tsconfig.json'),
  'src/model/tsconfig.json': own('src/model/tsconfig.json'),
  'workers/tsconfig.json': own('workers/tsconfig.json'),
}

const typeFaults = async (project: string, files: Record<string, string>): Promise<string[]> => {
  const root = seed({ ...PROJECTS, ...files })
  const findings = await checkTypes(root, project)
  return [
    ...(findings[0]?.detail ?? '').matchAll(/^(\S+\.ts)\(\d+,\d+\): error TS\d+: (.*?)\.(?: |$)/gm),
  ].map(([, file, text]) => `${file} ${text}`)
}

it('types: the pure project has no fetch, document or console', async () => {
  const found = await typeFaults('src/model', {
    'src/model/a.ts': `export const a = fetch('x')\n`,
    'src/import/b.ts': 'export const b = document\n',
    'src/analytics/c.ts': 'console.log(1)\nexport const c = 1\n',
    'src/model/right.ts': 'export const right = (x: readonly number[]) => x.toSorted()\n',
  })
  expect(found.sort()).toEqual([
    `src/analytics/c.ts Cannot find name 'console'`,
    `src/import/b.ts Cannot find name 'document'`,
    `src/model/a.ts Cannot find name 'fetch'`,
  ])
})

it('types: workers have no document, screens no worker scope', async () => {
  const workers = await typeFaults('workers', {
    'workers/a.ts': 'export const a = document\nexport const b = self.postMessage\n',
  })
  const screens = await typeFaults('.', {
    'src/app/a.ts': 'export const a = new WorkerGlobalScope()\nexport const b = document\n',
  })
  expect(workers).toEqual([`workers/a.ts Cannot find name 'document'`])
  expect(screens).toEqual([`src/app/a.ts Cannot find name 'WorkerGlobalScope'`])
})

it('formats: a file that Prettier would write in another way is named', async () => {
  const root = seed({
    '.prettierrc.json': own('.prettierrc.json'),
    'src/model/wild.ts': 'export const  wild = "x";\n',
    'src/model/tame.ts': `export const tame = 'x'\n`,
  })
  const [finding] = await checkFormat(root)
  expect(finding?.detail).toContain('src/model/wild.ts')
  expect(finding?.detail).not.toContain('tame')
})
