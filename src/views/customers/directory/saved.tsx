import { For, Show, createSignal } from 'solid-js'
import { removeSegment, saveSegment } from '../../../api/saved-segments.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { NameDialog } from '../../../ui/name-dialog.tsx'
import { useNotices } from '../../../ui/notices.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import type { Address } from '../address.ts'
import { createSavedSegments } from '../data.ts'
import type { SavedSegment } from '../data.ts'

/** Keeping, opening and deleting of saved filters, with their words. */
function createKeeping(address: () => Address) {
  const t = useText()
  const notices = useNotices()
  const { client } = useShop()
  const { saved, again } = createSavedSegments()
  const keep = async (name: string) => {
    const outcome = await client.run(saveSegment, {
      name,
      filter: address().filter(),
      sort: address().sort(),
    })
    again()
    notices.show(
      outcome.ok
        ? { tone: 'good', title: t('customers.segmentSaved', { name }) }
        : { tone: 'bad', title: t('customers.notSaved'), detail: outcome.failure.detail },
    )
  }
  const putBack = async ({ name, filter, sort }: SavedSegment) => {
    await client.run(saveSegment, { name, filter, sort })
    again()
  }
  const remove = async (segment: SavedSegment) => {
    const outcome = await client.run(removeSegment, { id: segment.id })
    again()
    const title = t('customers.segmentRemoved', { name: segment.name })
    if (outcome.ok) notices.show({ title, undo: () => void putBack(segment) })
  }
  return { saved, keep, remove }
}

interface RowProps {
  readonly segment: SavedSegment
  readonly onOpen: () => void
  readonly onRemove: () => void
}

const Row = (props: RowProps) => {
  const t = useText()
  return (
    <li class="flex items-center gap-1">
      <button type="button" class="menu-item min-w-0" onClick={() => props.onOpen()}>
        <bdi class="truncate">{props.segment.name}</bdi>
      </button>
      <IconButton
        size="sm"
        icon="i-lucide-trash-2"
        label={t('customers.removeSegment', { name: props.segment.name })}
        onClick={() => props.onRemove()}
      />
    </li>
  )
}

/** Filters that were kept: open one, keep the present one, delete (with undo). */
export function SavedSegments(props: { readonly address: Address }) {
  const t = useText()
  const { saved, keep, remove } = createKeeping(() => props.address)
  const [naming, setNaming] = createSignal(false)
  const some = () => Object.keys(props.address.filter()).length > 0
  return (
    <>
      <Popover
        label={t('customers.savedSegments')}
        trigger={(attributes) => (
          <Button icon="i-lucide-bookmark" {...attributes}>
            {t('customers.savedSegments')}
          </Button>
        )}
      >
        {(handle) => {
          const andClose = (work: () => void) => () => {
            handle.close()
            work()
          }
          return (
            <div class="flex flex-col gap-1 p-2 w-72 max-w-full">
              <Show when={saved().length > 0} fallback={<p class="hint p-1">{t('customers.noSegments')}</p>}>
                <ul class="flex flex-col">
                  <For each={saved()}>
                    {(segment) => (
                      <Row
                        segment={segment}
                        onOpen={andClose(() => props.address.showFilter(segment.filter, segment.sort))}
                        onRemove={() => void remove(segment)}
                      />
                    )}
                  </For>
                </ul>
              </Show>
              <Button
                size="sm"
                icon="i-lucide-bookmark-plus"
                disabled={!some()}
                onClick={andClose(() => setNaming(true))}
              >
                {t('customers.saveThese')}
              </Button>
            </div>
          )
        }}
      </Popover>
      <NameDialog
        open={naming()}
        title={t('customers.saveSegment')}
        description={t('customers.saveSegmentDetail')}
        label={t('customers.segmentName')}
        save={t('customers.save')}
        onClose={() => setNaming(false)}
        onName={(name) => void keep(name)}
      />
    </>
  )
}
