import type { Page } from 'playwright'

interface Door {
  call(method: string, path: string, options?: object): Promise<{ status: number; body: { id: string } }>
}

/** Chooses a file in the page, as a person would: the input `#bench-file` is made when it is not there. */
export async function chooseFile(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    if (document.querySelector('#bench-file')) return
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'bench-file' }))
  })
  await page.setInputFiles('#bench-file', path)
}

/** Imports the chosen file through the API; milliseconds until it is durable. */
export const importChosen = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const file = document.querySelector<HTMLInputElement>('#bench-file')?.files?.[0]
    const { ventas } = window as unknown as { ventas: Door }
    const options = { currency: 'GBP', time_zone: 'Europe/London' }
    const start = performance.now()
    const seen = await ventas.call('POST', '/api/v1/imports', { body: { files: [file], options } })
    if (seen.status !== 200) throw new Error(JSON.stringify(seen.body))
    const done = await ventas.call('POST', `/api/v1/imports/${seen.body.id}/commit`, { body: {} })
    if (done.status !== 200) throw new Error(JSON.stringify(done.body))
    return performance.now() - start
  })
