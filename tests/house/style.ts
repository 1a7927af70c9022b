import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from './finding.ts'
import { isSource, isTest, listFiles } from './tree.ts'

interface Rule {
  name: string
  where: RegExp
  except?: RegExp
  pattern: RegExp
  instead: string
}

const SCREENS = /^src\/(ui|views|app)\/.*\.tsx?$/

/** Rules of DESIGN §4, §5, §8 and §11 that a line of text shows and the linter does not know. */
const RULES: readonly Rule[] = [
  {
    name: 'color-literal',
    where: SCREENS,
    except: /^src\/ui\/theme\//,
    pattern: /['"`\s:(]#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})['"`\s;,)]|\b(?:rgba?|hsla?|oklch)\(\s*[\d.]/i,
    instead: 'a token of src/ui/theme',
  },
  {
    name: 'sql-in-screen',
    where: SCREENS,
    except: /^src\/views\/query\//,
    pattern: /\bSELECT\b.+\bFROM\b|\b(?:INSERT INTO|DELETE FROM|CREATE TABLE)\b/,
    instead: 'a named query in src/query/sql',
  },
  {
    name: 'worker-started',
    where: /^(src|workers)\//,
    except: /^(src\/(jobs\/|query\/duckdb\.ts$)|workers\/archivist\/derive-apart\.ts$)/,
    pattern: /\bnew (?:Shared)?Worker\(/,
    instead: 'a call of src/jobs',
  },
  {
    name: 'test-id',
    where: /./,
    pattern: /\bdata-testid\b|\b[gf](?:et|ind)(?:All)?ByTestId\b/,
    instead: 'a role and a name',
  },
  {
    name: 'sleep',
    where: /^tests\/e2e\/|\.test\.tsx?$/,
    pattern: /\bwaitForTimeout\(/,
    instead: 'waiting for what is awaited: findBy…, expect.poll',
  },
  {
    name: 'directive',
    where: SCREENS,
    pattern: /<[\w.]+[^>]*\suse:\w+/,
    instead: 'ref={(element) => makeX(element)}',
  },
  {
    name: 'foreign-address',
    where: /^(src|workers)\//,
    pattern: /\b(?:fetch|import|WebSocket|EventSource|sendBeacon|importScripts)\(\s*['"`](?:https?|wss?):/,
    instead: 'nothing: no request leaves the origin',
  },
  {
    name: 'import-ending',
    where: /./,
    pattern: /\b(?:from|import\()\s*['"]\.{1,2}\/(?:[^'"?]*\/)?[^'".?/]+['"]/,
    instead: 'the whole file name, .ts or .tsx with it',
  },
]

const checkText = (file: string, text: string): Finding[] => {
  const rules = RULES.filter(({ where, except }) => where.test(file) && !except?.test(file))
  return text.split('\n').flatMap((row, index) =>
    rules
      .filter(({ pattern, name }) => pattern.test(row) && !(isTest(file) && name === 'worker-started'))
      .map(({ name, instead }) => ({
        rule: name,
        file: `${file}:${index + 1}`,
        detail: `write ${instead}`,
      })),
  )
}

/** Checks the habits of the house that only the text shows. The house's own rules and their faults are left out. */
export function checkStyle(root: string): Finding[] {
  return listFiles(root)
    .filter((path) => isSource(path) && !path.startsWith('tests/house/'))
    .flatMap((path) => checkText(path, readFileSync(join(root, path), 'utf8')))
}
