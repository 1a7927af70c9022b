import { For, Show } from 'solid-js'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { TitledCard } from '../../ui/titled-card.tsx'
import type { DryRun } from './stage.ts'

/** How the files of a drop fit what they speak of: what met nothing, with examples; and what costs now cover. */
export function FitTogether(props: { readonly dryRun: DryRun }) {
  const t = useText()
  const format = useFormat()
  const matches = () => props.dryRun.matches ?? []
  const coverage = () => props.dryRun.cost_coverage ?? null
  return (
    <Show when={matches().length > 0 || coverage() !== null}>
      <TitledCard id="fit-together" level={3} title={t('import.fitTogether')}>
        <ul class="flex flex-col gap-2">
          <For each={matches()}>
            {(match) => (
              <li class="flex flex-col gap-0.5">
                <p>
                  <strong class="font-medium">{t(`import.match_${match.kind}`)}</strong>{' '}
                  {t(`import.matchedBy_${match.by}`, {
                    matched: format().number(match.of - match.unmatched),
                    of: format().number(match.of),
                  })}
                </p>
                <Show when={match.unmatched > 0}>
                  <p class="hint">
                    {t('import.unmatched', { n: match.unmatched })} <bdi>{match.examples.join(', ')}</bdi>
                  </p>
                </Show>
              </li>
            )}
          </For>
        </ul>
        <Show when={coverage() !== null}>
          <p>{t('import.costCoverage', { share: format().percent(coverage()) })}</p>
        </Show>
      </TitledCard>
    </Show>
  )
}
