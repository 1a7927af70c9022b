import { createSignal, onCleanup, Show } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../ui/text/text.tsx'

/** What is used of the File System Access API, which not every browser has. */
interface Folder {
  readonly name: string
  values(): AsyncIterable<{ readonly kind: string; readonly name: string; getFile?(): Promise<File> }>
}
type Picker = (options: { readonly mode: 'read' }) => Promise<Folder>

const picker = (): Picker | undefined => (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker

const LOOK_MS = 10_000
const TABLE = /\.(csv|tsv|txt|gz|zip|xlsx|xlsm)$/i

const keyOf = ({ name, size, lastModified }: File): string => `${name}/${size}/${lastModified}`

/** Files of a folder that look like tables. */
async function tablesIn(folder: Folder): Promise<File[]> {
  const files: File[] = []
  for await (const entry of folder.values())
    if (entry.kind === 'file' && TABLE.test(entry.name) && entry.getFile) files.push(await entry.getFile())
  return files
}

/** A folder that is looked at every ten seconds while the page is open: files that are new in it are offered. */
export function WatchFolder(props: { readonly onFiles: (files: readonly File[]) => void }) {
  const t = useText()
  const [folder, setFolder] = createSignal<Folder>()
  const [found, setFound] = createSignal<readonly File[]>([])
  const known = new Set<string>()
  const look = async () => {
    const watched = folder()
    if (!watched) return
    const files = await tablesIn(watched).catch(() => [])
    setFound(files.filter((file) => !known.has(keyOf(file))))
  }
  const choose = async () => {
    const chosen = await picker()?.({ mode: 'read' }).catch(() => undefined)
    if (!chosen) return
    setFolder(chosen)
    await look()
  }
  const take = () => {
    const files = found()
    for (const file of files) known.add(keyOf(file))
    setFound([])
    props.onFiles(files)
  }
  const timer = setInterval(() => void look(), LOOK_MS)
  onCleanup(() => clearInterval(timer))
  return (
    <Show when={picker()}>
      <div class="card p-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        <div class="grow min-w-60 flex flex-col gap-0.5">
          <p class="font-medium">
            {folder() ? t('import.watching', { folder: folder()?.name ?? '' }) : t('import.watchFolder')}
          </p>
          <p class="hint" role="status">
            {folder() ? t('import.watchFound', { n: found().length }) : t('import.watchDetail')}
          </p>
        </div>
        <Show
          when={found().length > 0}
          fallback={
            <Button icon="i-lucide-folder" onClick={() => void choose()}>
              {t('import.watchChoose')}
            </Button>
          }
        >
          <Button icon="i-lucide-folder" onClick={take}>
            {t('import.watchTake')}
          </Button>
        </Show>
      </div>
    </Show>
  )
}
