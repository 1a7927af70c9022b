import { For, Show } from 'solid-js'
import type { Side } from '../../model/merge-records.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { Fact } from './section.tsx'

interface Kept {
  readonly at: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What merging a file would change. */
export interface Review {
  readonly imports: { readonly added: number; readonly known: number }
  readonly records: { readonly added: number; readonly same: number }
  readonly conflicts: readonly {
    readonly table: string
    readonly id: string
    readonly mine: Kept
    readonly theirs: Kept
    readonly newer: Side
  }[]
}

export type Choices = Readonly<Record<string, Side>>

const SHOWN = 300

/** A record in a line: its name or title where it has one. */
const nameOf = ({ data }: Kept): string =>
  String(data['name'] ?? data['title'] ?? data['label'] ?? JSON.stringify(data)).slice(0, SHOWN)

export interface MergeReviewProps {
  readonly review: Review
  readonly choices: Choices
  readonly onChoice: (key: string, side: Side) => void
}

/** What would be added, and each record that was changed on both sides, with the choice between them. */
export function MergeReview(props: MergeReviewProps) {
  const t = useText()
  const format = useFormat()
  const sides = () => [
    { value: 'mine' as const, label: t('files.mine') },
    { value: 'theirs' as const, label: t('files.theirs') },
  ]
  return (
    <section class="flex flex-col gap-3" aria-label={t('files.review')}>
      <dl class="flex flex-col gap-2">
        <Fact name={t('files.newImports')}>{format().number(props.review.imports.added)}</Fact>
        <Fact name={t('files.knownImports')}>{format().number(props.review.imports.known)}</Fact>
        <Fact name={t('files.newRecords')}>{format().number(props.review.records.added)}</Fact>
      </dl>
      <Show when={props.review.conflicts.length > 0} fallback={<p>{t('files.noConflicts')}</p>}>
        <p>{t('files.conflicts')}</p>
        <ul class="flex flex-col gap-3">
          <For each={props.review.conflicts}>
            {({ table, id, mine, theirs, newer }) => (
              <li class="card p-3 flex flex-col items-start gap-2">
                <p class="break-words">
                  {t('files.mine')}: <bdi>{nameOf(mine)}</bdi> · {format().instant(mine.at)}
                </p>
                <p class="break-words">
                  {t('files.theirs')}: <bdi>{nameOf(theirs)}</bdi> · {format().instant(theirs.at)}
                </p>
                <Segmented
                  label={t('files.keep')}
                  value={props.choices[`${table}/${id}`] ?? newer}
                  choices={sides()}
                  onChange={(side) => props.onChoice(`${table}/${id}`, side)}
                />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
