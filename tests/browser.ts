import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const executable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const HOW_TO_GET_ONE =
  'No Chromium was found on the PATH nor in Playwright’s own place: run `apt-get install chromium` or `npx playwright install chromium`, or name one in PLAYWRIGHT_CHROMIUM_PATH.'

/** First Chromium on the PATH, or undefined: then Playwright uses its own. Throws when PLAYWRIGHT_CHROMIUM_PATH is set and wrong. */
function chromiumPath(): string | undefined {
  const given = process.env['PLAYWRIGHT_CHROMIUM_PATH']
  if (given && !executable(given)) throw new Error('PLAYWRIGHT_CHROMIUM_PATH names a file that cannot be run')
  if (given) return given
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(executable)
}

const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // Without a GPU the page is drawn by the CPU, which WebGL (kept by this) and the tests need more.
  '--disable-gpu-compositing',
]

/** What a browser says of its person: each frame of a skeleton's pulse costs the CPU that is to be tested. */
export const STILL = { reducedMotion: 'reduce' } as const

/** Where all that does not go to this machine is sent, when a story watches for it (`startWitness`). */
export const WITNESS = 'VENTAS_WITNESS'

/** Launch options for Vitest's browser project and for Playwright. */
export function launchOptions(): { args: string[]; executablePath?: string } {
  const executablePath = chromiumPath()
  const witness = process.env[WITNESS]
  const args = witness ? [...ARGS, `--proxy-server=${witness}`] : ARGS
  return executablePath ? { args, executablePath } : { args }
}

/** Throws one sentence on how to get a Chromium when there is none. Vitest and Playwright call it before their first test. */
export async function setup(): Promise<void> {
  if (chromiumPath()) return
  const { chromium } = await import('playwright')
  if (!executable(chromium.executablePath())) throw new Error(HOW_TO_GET_ONE)
}
