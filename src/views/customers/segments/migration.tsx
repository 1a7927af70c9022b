import { For, Show } from 'solid-js'
import { SEGMENTS } from '../../../analytics/customers/segment-rule.ts'
import { HeatTable } from '../../../ui/heat-table.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import type { Rfm } from './answer.ts'

type Moves = NonNullable<Rfm['migration']>

const FROM = [...SEGMENTS, 'none'] as const

function Matrix(props: { readonly moves: Moves }) {
  const t = useText()
  const format = useFormat()
  const name = (segment: (typeof FROM)[number]) =>
    segment === 'none' ? t('analysis.notYet') : t(`analysis.segment_${segment}`)
  const at = (from: string, to: string) =>
    props.moves.cells.find((cell) => cell.from === from && cell.to === to)?.count ?? 0
  const counts = () =>
    [
      ['i-lucide-arrow-up-right text-good', t('analysis.up', { n: props.moves.up })],
      ['i-lucide-arrow-down-right text-bad', t('analysis.down', { n: props.moves.down })],
      ['i-lucide-minus text-muted', t('analysis.same', { n: props.moves.same })],
      ['i-lucide-plus text-muted', t('analysis.entered', { n: props.moves.entered })],
    ] as const
  return (
    <>
      <ul class="flex flex-wrap gap-x-5 gap-y-1 figures">
        <For each={counts()}>
          {([icon, words]) => (
            <li class="flex items-center gap-1.5">
              <span class={icon} aria-hidden="true" />
              {words}
            </li>
          )}
        </For>
      </ul>
      <HeatTable
        caption={t('analysis.migration')}
        rowHead={t('analysis.before')}
        rows={FROM.map(name)}
        columns={SEGMENTS.map(name)}
        values={FROM.map((from) => SEGMENTS.map((to) => at(from, to)))}
        format={(value) => format().number(value)}
      />
    </>
  )
}

/** From which segment to which, between two days. */
export function Migration(props: { readonly rfm: Rfm; readonly compared: boolean }) {
  const t = useText()
  const format = useFormat()
  const days = (moves: Moves) => ({ from: format().day(moves.from), to: format().day(moves.to) })
  return (
    <section class="card-pad flex flex-col gap-3" aria-labelledby="migration">
      <header>
        <h2 id="migration" class="section-title">
          {t('analysis.migration')}
        </h2>
        <Show
          when={props.rfm.migration}
          fallback={
            <p class="hint">{t(props.compared ? 'analysis.migrationEarly' : 'analysis.migrationNone')}</p>
          }
        >
          {(moves) => <p class="hint">{t('analysis.migrationHint', days(moves()))}</p>}
        </Show>
      </header>
      <Show when={props.rfm.migration}>{(moves) => <Matrix moves={moves()} />}</Show>
    </section>
  )
}
