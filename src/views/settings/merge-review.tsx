import { For, Show } from 'solid-js'
import type { Side } from '../../model/merge-records.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { type Conflict, type DeletedRecord, differencesOf, kindOf, nameOf, saidOf } from './conflict.ts'
import { Fact } from './section.tsx'

/** What merging a file would change. */
export interface Review {
  readonly imports: { readonly added: number; readonly known: number }
  readonly records: { readonly added: number; readonly same: number }
  readonly conflicts: readonly Conflict[]
  readonly deleted: readonly DeletedRecord[]
}

export type Choices = Readonly<Record<string, Side>>

export interface MergeReviewProps {
  readonly review: Review
  readonly choices: Choices
  readonly onChoice: (key: string, side: Side) => void
}

const FIELDS = ['name', 'text', 'sql', 'country', 'email', 'phone', 'tags', 'days', 'sort', 'file'] as const

/** A side of a conflict: when it was written, and what it says where the two differ. */
function SideOf(props: { readonly conflict: Conflict; readonly side: Side; readonly chosen: boolean }) {
  const t = useText()
  const format = useFormat()
  /** Fields within others keep their path, as the API writes it. */
  const fieldName = (field: string) => {
    const known = FIELDS.find((each) => each === field)
    return known ? t(`files.field_${known}`) : field
  }
  const others = () => differencesOf(props.conflict)
  return (
    <div
      class={`grow basis-52 min-w-0 rounded-control border p-2 flex flex-col gap-1 ${props.chosen ? 'border-accent bg-accent-soft' : 'border-line'}`}
    >
      <p class="text-sm">
        <span class="font-medium">{t(`files.${props.side}`)}</span>
        <span class="text-muted"> · {format().instant(props.conflict[props.side].at)}</span>
      </p>
      <dl class="flex flex-col gap-1">
        <For each={others()}>
          {(difference) => (
            <div class="min-w-0">
              <dt class="hint">{fieldName(difference.field)}</dt>
              <dd class="break-words">
                <bdi>{difference[props.side]}</bdi>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </div>
  )
}

function ConflictCard(props: {
  readonly conflict: Conflict
  readonly chosen: Side
  readonly onChoice: (side: Side) => void
}) {
  const t = useText()
  const sides = () => [
    { value: 'mine' as const, label: t('files.keepMine') },
    { value: 'theirs' as const, label: t('files.keepTheirs') },
  ]
  const title = () => {
    const name = nameOf(props.conflict)
    return name === '' ? '' : `: ${name}`
  }
  return (
    <li class="card p-3 flex flex-col items-start gap-2">
      <h4 class="font-medium break-words max-w-full">
        {t(`files.conflict_${kindOf(props.conflict)}`)}
        <bdi>{title()}</bdi>
      </h4>
      <div class="flex flex-wrap gap-2 w-full">
        <SideOf conflict={props.conflict} side="mine" chosen={props.chosen === 'mine'} />
        <SideOf conflict={props.conflict} side="theirs" chosen={props.chosen === 'theirs'} />
      </div>
      <Segmented
        label={t('files.keep')}
        value={props.chosen}
        choices={sides()}
        onChange={(side) => props.onChoice(side)}
      />
    </li>
  )
}

/** A record that one side has deleted: whether it stays, comes back or goes. */
function DeletedCard(props: {
  readonly deleted: DeletedRecord
  readonly chosen: Side
  readonly onChoice: (side: Side) => void
}) {
  const t = useText()
  const format = useFormat()
  const here = () => props.deleted.by === 'mine'
  const sides = () => [
    { value: 'mine' as const, label: t(here() ? 'files.staysDeleted' : 'files.staysHere') },
    { value: 'theirs' as const, label: t(here() ? 'files.comesBack' : 'files.goesHere') },
  ]
  return (
    <li class="card p-3 flex flex-col items-start gap-2">
      <h4 class="font-medium break-words max-w-full">
        {t(`files.conflict_${kindOf(props.deleted)}`)}
        <bdi>{saidOf(props.deleted.record)}</bdi>
      </h4>
      <p class="hint">
        {t(here() ? 'files.deletedHere' : 'files.deletedThere', {
          at: format().instant(props.deleted.deleted_at),
        })}
      </p>
      <Segmented
        label={t('files.keep')}
        value={props.chosen}
        choices={sides()}
        onChange={(side) => props.onChoice(side)}
      />
    </li>
  )
}

const keyOf = ({ table, id }: { readonly table: string; readonly id: string }): string => `${table}/${id}`

/** What would be added, and each record that is not the same on both sides, with the choice between them. */
export function MergeReview(props: MergeReviewProps) {
  const t = useText()
  const format = useFormat()
  return (
    <section class="flex flex-col gap-3" aria-label={t('files.review')}>
      <dl class="flex flex-col gap-2">
        <Fact name={t('files.newImports')}>{format().number(props.review.imports.added)}</Fact>
        <Fact name={t('files.knownImports')}>{format().number(props.review.imports.known)}</Fact>
        <Fact name={t('files.newRecords')}>{format().number(props.review.records.added)}</Fact>
      </dl>
      <Show when={props.review.conflicts.length > 0} fallback={<p>{t('files.noConflicts')}</p>}>
        <h3 class="section-title">{t('files.conflictsTitle', { n: props.review.conflicts.length })}</h3>
        <p class="text-muted">{t('files.conflicts')}</p>
        <ul class="flex flex-col gap-3">
          <For each={props.review.conflicts}>
            {(conflict) => (
              <ConflictCard
                conflict={conflict}
                chosen={props.choices[keyOf(conflict)] ?? conflict.newer}
                onChoice={(side) => props.onChoice(keyOf(conflict), side)}
              />
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.review.deleted.length > 0}>
        <h3 class="section-title">{t('files.deletedTitle', { n: props.review.deleted.length })}</h3>
        <ul class="flex flex-col gap-3">
          <For each={props.review.deleted}>
            {(deleted) => (
              <DeletedCard
                deleted={deleted}
                chosen={props.choices[keyOf(deleted)] ?? deleted.usual}
                onChoice={(side) => props.onChoice(keyOf(deleted), side)}
              />
            )}
          </For>
        </ul>
      </Show>
      <p class="hint">{t('files.mergeUndo')}</p>
    </section>
  )
}
