import { createSignal } from 'solid-js'
import { importWorkspaceFile } from '../../api/workspace-files.ts'
import type { Failure } from '../../model/outcome.ts'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import type { Compared } from './compared.ts'
import { createFileWork } from './file-work.ts'

/** Holding a file against the open workspace; `look` answers why it did not work. */
export function createComparing() {
  const t = useText()
  const shop = useShop()
  const work = createFileWork()
  const [compared, setCompared] = createSignal<Compared>()
  return {
    compared,
    forget: () => setCompared(undefined),
    async look(file: File, password: string): Promise<Failure | undefined> {
      const outcome = await work(t('files.opening', { name: file.name }), (control) =>
        shop.client.run(importWorkspaceFile, { file, password, mode: 'compare' }, control),
      )
      if (!outcome.ok) return outcome.failure
      setCompared(outcome.value.comparison as unknown as Compared)
      return undefined
    },
  }
}
