import { For, Show, createSignal } from 'solid-js'
import { isFixable } from '../../model/task.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { fileNameOf, saveFile } from '../../ui/save-file.ts'
import type { Column } from '../../ui/table/columns.ts'
import { Table } from '../../ui/table/table.tsx'
import { useText } from '../../ui/text/text.tsx'
import type { Translate } from '../../ui/text/translate.ts'
import { createModel, createModelWrites } from './data.ts'
import { type Kept, methodName, modelName, periodOf, type Scores } from './model.ts'
import { useShopFormat } from './shop-format.ts'

const scoreColumns = (t: Translate): readonly Column<Scores>[] => [
  { key: 'model', label: t('models.model'), value: ({ model }) => methodName(t, model) },
  { key: 'mase', label: t('forecast.mase'), kind: 'number', digits: 2, value: ({ mase }) => mase },
  { key: 'smape', label: t('forecast.smape'), kind: 'number', digits: 1, value: ({ smape }) => smape },
  { key: 'r2', label: 'R²', kind: 'number', digits: 2, value: ({ r2 }) => r2 },
  {
    key: 'inside',
    label: t('forecast.coverage80'),
    kind: 'percent',
    digits: 0,
    value: ({ coverage_80 }) => coverage_80,
  },
]

const written = (value: unknown): string =>
  Array.isArray(value)
    ? value.map((each) => (typeof each === 'number' ? Number(each.toPrecision(4)) : String(each))).join(', ')
    : typeof value === 'number'
      ? String(Number(value.toPrecision(6)))
      : String(value)

/** What the chosen model, or its members, say of themselves. */
function Learnt(props: { readonly kept: Kept }) {
  const t = useText()
  const all = () =>
    Object.entries(props.kept.explanations ?? {}).flatMap(([model, facts]) =>
      Object.entries(facts).map(([name, value]) => ({
        model: methodName(t, model),
        name,
        value: written(value),
      })),
    )
  return (
    <Show when={all().length > 0}>
      <details>
        <summary class="text-muted w-fit">{t('models.settings')}</summary>
        <dl class="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          <For each={all()}>
            {(fact) => (
              <>
                <dt class="text-muted">
                  {fact.model}: {fact.name}
                </dt>
                <dd class="figures break-words">{fact.value}</dd>
              </>
            )}
          </For>
        </dl>
      </details>
    </Show>
  )
}

function Facts(props: { readonly kept: Kept }) {
  const t = useText()
  const format = useShopFormat()
  const data = () => props.kept.trained_on
  const facts = () => [
    [t('models.trained'), format().instant(props.kept.created_at)],
    [t('models.data'), periodOf(format(), props.kept)],
    [t('models.fingerprint'), data()?.fingerprint ?? '–'],
    [t('models.seed'), String(props.kept.seed ?? '–')],
    [t('models.backend'), props.kept.backend ?? '–'],
    [t('models.seconds'), format().number(props.kept.seconds ?? null, 1)],
  ]
  return (
    <dl class="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      <For each={facts()}>
        {([name, value]) => (
          <>
            <dt class="text-muted">{name}</dt>
            <dd class="figures break-all">{value}</dd>
          </>
        )}
      </For>
    </dl>
  )
}

function Actions(props: { readonly id: string; readonly kept: Kept; readonly onClose: () => void }) {
  const t = useText()
  const notices = useNotices()
  const writes = createModelWrites()
  const [typed, setTyped] = createSignal<string>()
  const name = () => modelName(t, props.kept)
  const rename = async (event: Event) => {
    event.preventDefault()
    const given = (typed() ?? '').trim()
    if (given && (await writes.change(props.id, { name: given })))
      notices.show({ tone: 'good', title: t('models.renamed'), detail: given })
  }
  const fix = async () => {
    const fixed = !props.kept.default
    if (await writes.change(props.id, { default: fixed }))
      notices.show({ tone: 'good', title: t(fixed ? 'models.nowUsed' : 'models.nowFree'), detail: name() })
    props.onClose()
  }
  const remove = async () => {
    const detail = name()
    const back = await writes.remove(props.id)
    props.onClose()
    if (back) notices.show({ title: t('models.removed'), detail, undo: () => void back() })
  }
  const download = () =>
    saveFile(
      `${fileNameOf(name())}.json`,
      new Blob([JSON.stringify(props.kept, null, 2)], { type: 'application/json' }),
    )
  return (
    <div class="flex flex-col gap-3">
      <form class="flex items-end gap-2" onSubmit={(event) => void rename(event)}>
        <Field label={t('models.name')} class="grow">
          {(attributes) => (
            <TextInput {...attributes} maxlength={120} value={typed() ?? name()} onInput={setTyped} />
          )}
        </Field>
        <Button type="submit">{t('models.rename')}</Button>
      </form>
      <div class="flex flex-wrap gap-2">
        <Show when={isFixable(props.kept.task)}>
          <Button look="primary" onClick={() => void fix()}>
            {t(props.kept.default ? 'models.stopUsing' : 'models.useIt')}
          </Button>
        </Show>
        <Button icon="i-lucide-download" onClick={download}>
          {t('models.export')}
        </Button>
        <Button icon="i-lucide-trash-2" onClick={() => void remove()}>
          {t('models.remove')}
        </Button>
      </div>
      <Show when={isFixable(props.kept.task)}>
        <p class="hint">{t('models.useHint')}</p>
      </Show>
    </div>
  )
}

/** All that is kept of a model, and what can be done with it. */
export function ModelSheet(props: { readonly id: string | undefined; readonly onClose: () => void }) {
  const t = useText()
  const model = createModel(() => props.id)
  const kept = () => (model.latest?.model_id === props.id ? model.latest : undefined)
  const title = () => {
    const found = kept()
    return found ? modelName(t, found) : t('models.title')
  }
  return (
    <Drawer open={props.id !== undefined} onClose={props.onClose} size="lg" title={title()}>
      <Show when={kept()}>
        {(found) => (
          <div class="flex flex-col gap-5">
            <Actions id={props.id ?? ''} kept={found()} onClose={props.onClose} />
            <Facts kept={found()} />
            <Show when={found().leaderboard?.length}>
              <Table
                title={t('models.leaderboard')}
                columns={scoreColumns(t)}
                rows={found().leaderboard ?? []}
              />
            </Show>
            <Learnt kept={found()} />
          </div>
        )}
      </Show>
    </Drawer>
  )
}
