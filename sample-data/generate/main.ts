import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { pack } from './csv.ts'
import { type SampleFile, digest, makeFiles } from './files.ts'
import { runShop } from './shop.ts'
import { tidy } from './tidy.ts'

const FOLDER = fileURLToPath(new URL('..', import.meta.url))

/** Text of a sample file as it lies on disk, unpacked; empty when there is none. */
const stored = (name: string): string => {
  if (!existsSync(FOLDER + name)) return ''
  const bytes = readFileSync(FOLDER + name)
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** Leaves a file alone that already says the same, since another zlib would pack it into other bytes. */
const store = ({ name, text }: SampleFile) => {
  if (stored(name) !== text) writeFileSync(FOLDER + name, name.endsWith('.gz') ? pack(text) : text)
}

const tableOf = (files: readonly SampleFile[]): string =>
  [
    '| file | rows | bytes as stored | sha256 of the unpacked text |',
    '| --- | ---: | ---: | --- |',
    ...files.map(
      ({ name, rows, text }) =>
        `| ${name} | ${rows} | ${statSync(FOLDER + name).size} | \`${digest(text)}\` |`,
    ),
  ].join('\n')

const updateReadme = async (files: readonly SampleFile[]) => {
  const path = `${FOLDER}README.md`
  const old = readFileSync(path, 'utf8')
  const marked = /(<!-- files -->\n)[^]*(\n<!-- end of files -->)/
  const text = old.replace(marked, `$1\n${tableOf(files)}\n$2`)
  writeFileSync(path, await tidy(text, 'markdown'))
}

const files = await makeFiles(runShop())
files.forEach(store)
await updateReadme(files)
process.stdout.write(`${files.map(({ name, rows }) => `${name}: ${rows} rows`).join('\n')}\n`)
