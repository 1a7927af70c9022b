import { For, Show } from 'solid-js'
import type { FilePreview } from '../../model/preview.ts'
import { useText } from '../../ui/text/text.tsx'

const ROWS = 8

/** The first rows of a file as they stand in it; text only, each cell apart from its neighbours. */
export function FirstRows(props: { readonly file: FilePreview }) {
  const t = useText()
  return (
    <Show when={props.file.sample.length > 0}>
      <details>
        <summary class="text-sm font-medium py-1">{t('import.showFirstRows')}</summary>
        <div
          class="mt-2 overflow-auto max-h-80 border border-line rounded-card"
          role="region"
          tabindex="0"
          aria-label={t('import.firstRows', { file: props.file.name })}
        >
          <table class="text-sm">
            <thead>
              <tr>
                <For each={props.file.columns}>
                  {(column) => (
                    <th
                      scope="col"
                      class="sticky top-0 bg-sunken px-3 py-1.5 text-left font-medium whitespace-nowrap"
                    >
                      <bdi>{column}</bdi>
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={props.file.sample.slice(0, ROWS)}>
                {(row) => (
                  <tr>
                    <For each={row}>
                      {(cell) => (
                        <td class="px-3 py-1.5 border-t border-line">
                          <bdi class="block max-w-60 truncate">{cell}</bdi>
                        </td>
                      )}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </details>
    </Show>
  )
}
