import { useSearchParams } from '@solidjs/router'
import { For, Show, createSignal } from 'solid-js'
import type { ParentProps } from 'solid-js'
import { Button, IconButton } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useFailureNotice } from '../../../ui/failure-notice.ts'
import { useNotices } from '../../../ui/notices.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import { Answered } from '../answered.tsx'
import type { Target } from '../forecast.ts'
import { ComparedScenario } from './compared.tsx'
import { Basing } from './basing.tsx'
import { compareAgain, createCompared, createScenarios, createScenarioWrites, type Scenario } from './data.ts'
import type { Draft } from './draft.ts'
import { ScenarioDialog } from './scenario-dialog.tsx'

const draftOf = ({ name, target, days, changes }: Scenario): Draft => ({
  name,
  target,
  days,
  changes: [...changes],
})

interface RowProps {
  readonly scenario: Scenario
  readonly current: boolean
  readonly onOpen: () => void
  readonly onEdit: () => void
  readonly onRemove: () => void
}

function Row(props: RowProps) {
  const t = useText()
  const format = useFormat()
  const shop = useShop()
  const name = () => props.scenario.name
  return (
    <li class="flex items-center gap-1">
      <button
        type="button"
        class={`menu-item min-w-0 flex-col items-start gap-0 ${props.current ? 'bg-accent-soft' : ''}`}
        aria-current={props.current ? 'true' : undefined}
        onClick={() => props.onOpen()}
      >
        <bdi class="font-medium truncate max-w-full">{name()}</bdi>
        <span class="hint">
          {t(`forecast.${props.scenario.target as Target}`)} ·{' '}
          {t('forecast.days', { n: props.scenario.days })} ·{' '}
          {format().instant(props.scenario.saved_at, shop.timeZone() ?? undefined)}
        </span>
      </button>
      <IconButton
        size="sm"
        icon="i-lucide-pencil"
        label={t('outlook.edit', { name: name() })}
        onClick={() => props.onEdit()}
      />
      <IconButton
        size="sm"
        icon="i-lucide-trash-2"
        label={t('outlook.remove', { name: name() })}
        onClick={() => props.onRemove()}
      />
    </li>
  )
}

/** What is open: nothing, a new scenario, or one that is changed. */
type Editing = { readonly id?: string; readonly given?: Draft }

function createDesk(choose: (id: string | undefined) => void, chosen: () => string | undefined) {
  const t = useText()
  const notices = useNotices()
  const tellFailure = useFailureNotice()
  const writes = createScenarioWrites()
  const [editing, setEditing] = createSignal<Editing>()
  const keep = async (draft: Draft, id = editing()?.id) => {
    const made = await writes.keep(draft, id)
    if (!made.ok) return void tellFailure(made.failure)
    setEditing(undefined)
    notices.show({ tone: 'good', title: t('outlook.kept'), detail: draft.name })
    choose(made.value.scenario_id)
  }
  const remove = async (scenario: Scenario) => {
    const draft = draftOf(scenario)
    if (!(await writes.remove(scenario.scenario_id))) return
    if (chosen() === scenario.scenario_id) choose(undefined)
    notices.show({
      title: t('outlook.removed'),
      detail: scenario.name,
      undo: () => void keep(draft, undefined),
    })
  }
  return { editing, setEditing, keep, remove }
}

interface ListProps extends ParentProps {
  readonly items: readonly Scenario[]
  readonly chosen: string | undefined
  readonly desk: ReturnType<typeof createDesk>
  readonly onChoose: (id: string) => void
}

/** The kept scenarios. */
function List(props: ListProps) {
  const t = useText()
  return (
    <section class="card-pad flex flex-col gap-3">
      <h2 class="section-title">{t('outlook.scenarios')}</h2>
      <p class="hint">{t('outlook.whatifHint')}</p>
      <ul class="flex flex-col gap-1">
        <For each={props.items}>
          {(scenario) => (
            <Row
              scenario={scenario}
              current={scenario.scenario_id === props.chosen}
              onOpen={() => props.onChoose(scenario.scenario_id)}
              onEdit={() => props.desk.setEditing({ id: scenario.scenario_id, given: draftOf(scenario) })}
              onRemove={() => void props.desk.remove(scenario)}
            />
          )}
        </For>
      </ul>
      {props.children}
    </section>
  )
}

/** Scenarios: named, kept, compared with the base. */
export function WhatIfView(props: { readonly target: Target; readonly days: number }) {
  const t = useText()
  const [params, setParams] = useSearchParams()
  const scenarios = createScenarios()
  const items = () => {
    const answer = scenarios()
    return answer?.ok ? answer.value.items : []
  }
  const wanted = () => params['scenario'] as string | undefined
  const chosen = () =>
    items().find(({ scenario_id }) => scenario_id === wanted())?.scenario_id ?? items()[0]?.scenario_id
  const choose = (id: string | undefined) => setParams({ scenario: id ?? null }, { scroll: false })
  const desk = createDesk(choose, chosen)
  const compared = createCompared(chosen)
  const newButton = (look: 'primary' | 'plain') => (
    <Button look={look} icon="i-lucide-plus" onClick={() => desk.setEditing({})}>
      {t('outlook.newScenario')}
    </Button>
  )
  return (
    <>
      <Answered answer={scenarios()}>
        {() => (
          <Show
            when={items().length > 0}
            fallback={
              <div class="card">
                <EmptyState
                  icon="i-lucide-git-compare-arrows"
                  title={t('outlook.whatifNone')}
                  detail={t('outlook.whatifNoneDetail')}
                  action={newButton('primary')}
                />
              </div>
            }
          >
            <div class="grid gap-6 lg:grid-cols-[18rem_1fr] items-start">
              <List items={items()} chosen={chosen()} desk={desk} onChoose={choose}>
                {newButton('plain')}
              </List>
              <div class="min-w-0">
                <Answered answer={compared()} waiting={<Basing />} onRetry={compareAgain}>
                  {(found) => <ComparedScenario compared={found()} />}
                </Answered>
              </div>
            </div>
          </Show>
        )}
      </Answered>
      <ScenarioDialog
        open={desk.editing() !== undefined}
        given={desk.editing()?.given}
        target={props.target}
        days={props.days}
        onClose={() => desk.setEditing(undefined)}
        onKeep={(draft) => void desk.keep(draft)}
      />
    </>
  )
}
