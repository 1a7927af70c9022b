import { setup } from '../browser.ts'

/** Playwright calls this before the first story: it stops with one sentence when there is no Chromium. */
export default setup
