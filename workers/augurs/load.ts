import type { Model } from '../../src/analytics/forecast/model.ts'

/** Prophet and MSTL, loaded at first need; [] where they cannot be (offline before they were ever loaded). */
export async function loadAugurs(): Promise<Model[]> {
  try {
    const [{ mstl, startMstl }, { prophet, startProphet }] = await Promise.all([
      import('./mstl.ts'),
      import('./prophet.ts'),
    ])
    await Promise.all([startMstl(), startProphet()])
    return [mstl, prophet]
  } catch {
    return []
  }
}
