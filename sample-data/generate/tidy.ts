import * as babel from 'prettier/plugins/babel'
import estree from 'prettier/plugins/estree'
import * as markdown from 'prettier/plugins/markdown'
import { format } from 'prettier/standalone'

/** Lays out JSON or Markdown as `prettier --check` wants it, in Node and under Vitest alike. */
export const tidy = (text: string, parser: 'json' | 'markdown'): Promise<string> =>
  format(text, { parser, printWidth: 110, plugins: [babel, estree, markdown] })
