import { For, Show } from 'solid-js'
import { answersAsOptions } from '../../model/answers.ts'
import type { FilePreview, ImportOptions, Question } from '../../model/preview.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { choiceName, fieldOf, furtherChoices, offeredChoices, readings } from './choices.ts'
import { wordsOf } from './words.ts'

interface QuestionsProps {
  readonly files: readonly FilePreview[]
  readonly options: ImportOptions
  readonly onChange: (options: ImportOptions) => void
}

interface Asked {
  readonly file: FilePreview
  readonly question: Question
}

interface AskedProps extends Asked {
  readonly onAnswer: (choice: string) => void
}

const GIVEN = [
  { option: 'date_order', code: 'DATE_ORDER', name: 'import.dateOrder' },
  { option: 'decimal', code: 'NUMBER_FORMAT', name: 'import.decimal' },
  { option: 'currency', code: 'CURRENCY', name: 'import.currency' },
  { option: 'sheet', code: 'SHEET', name: 'import.sheet' },
] as const

/** The choices that the file offers, each with what a cell of the file would then mean. */
function Offers(props: AskedProps) {
  const t = useText()
  const format = useFormat()
  return (
    <ul class="flex flex-col gap-2">
      <For each={offeredChoices(props.question)}>
        {(choice) => (
          <li class="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Button onClick={() => props.onAnswer(choice)}>
              <bdi>{choiceName(t, props.question.code, choice, format().locale)}</bdi>
            </Button>
            <For each={readings(props.file, props.question, choice, format())}>
              {(reading) => (
                <span class="hint">
                  <bdi>{t('import.readsAs', reading)}</bdi>
                </span>
              )}
            </For>
          </li>
        )}
      </For>
    </ul>
  )
}

/** Further choices of a kind, for what the file does not offer: all currencies, all time zones, all columns. */
function Others(props: AskedProps) {
  const t = useText()
  const format = useFormat()
  const others = () => furtherChoices(props.question, props.file)
  const choices = () => [
    { value: '', label: t('import.choose') },
    ...others().map((value) => ({
      value,
      label: choiceName(t, props.question.code, value, format().locale),
    })),
  ]
  return (
    <Show when={others().length > 0}>
      <Select
        class="max-w-full w-80"
        label={`${wordsOf(t, props.question.code).what} ${t('import.otherChoice')}`}
        value=""
        choices={choices()}
        onChange={(choice) => choice !== '' && props.onAnswer(choice)}
      />
    </Show>
  )
}

function QuestionCard(props: AskedProps) {
  const t = useText()
  const words = () => {
    const field = fieldOf(props.question.code)
    if (!field) return wordsOf(t, props.question.code)
    return {
      what: t('codes.COLUMN_NEEDED', { field: t(`import.field_${field}`) }),
      todo: t('codes.COLUMN_NEEDED.do'),
    }
  }
  return (
    <li class="flex flex-col gap-2.5">
      <div class="flex flex-col gap-0.5">
        <p class="font-medium">{words().what}</p>
        <p class="hint">
          {words().todo} <bdi>{props.file.name}</bdi>
          <Show when={props.question.column}>
            {(column) => (
              <bdi>
                {' · '}
                {t('import.columnOf', { column: column() })}
              </bdi>
            )}
          </Show>
        </p>
      </div>
      <Offers {...props} />
      <Others {...props} />
    </li>
  )
}

/** Whether a question has its answer among the options; while the files are looked at again it is still asked. */
function isAnswered(options: ImportOptions, code: string): boolean {
  const field = fieldOf(code)
  const given = GIVEN.find((known) => known.code === code)
  return field
    ? Boolean(options.mapping?.[field])
    : given !== undefined && options[given.option] !== undefined
}

/** What only the person can decide; a choice has the files looked at again. The same question of several files comes once. */
export function Questions(props: QuestionsProps) {
  const t = useText()
  const asked = () => {
    const all = props.files
      .flatMap((file) => file.ask.map((question): Asked => ({ file, question })))
      .filter(({ question }) => !isAnswered(props.options, question.code))
    return all.filter(
      ({ question }, at) => all.findIndex((other) => other.question.code === question.code) === at,
    )
  }
  return (
    <Show when={asked().length > 0}>
      <section class="card-pad flex flex-col gap-4 border-l-3 border-l-warn" aria-labelledby="questions">
        <div class="flex flex-col gap-1">
          <h3 id="questions" class="section-title">
            {t('import.questions')}
          </h3>
          <p class="text-muted">{t('import.questionsDetail')}</p>
        </div>
        <ul class="flex flex-col gap-6">
          <For each={asked()}>
            {(each) => (
              <QuestionCard
                {...each}
                onAnswer={(choice) =>
                  props.onChange(answersAsOptions(props.options, { [each.question.code]: choice }))
                }
              />
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

/** What was answered so far; each can be taken away, and is then asked again. */
export function GivenAnswers(props: Omit<QuestionsProps, 'files'>) {
  const t = useText()
  const format = useFormat()
  const given = () =>
    GIVEN.flatMap(({ option, code, name }) => {
      const value = props.options[option]
      return value === undefined
        ? []
        : [{ option, text: `${t(name)}: ${choiceName(t, code, value, format().locale)}` }]
    })
  const takeAway = (option: keyof ImportOptions) => {
    const kept = Object.entries(props.options).filter(([key]) => key !== option)
    props.onChange(Object.fromEntries(kept))
  }
  return (
    <Show when={given().length > 0}>
      <div class="flex flex-wrap items-center gap-2">
        <span class="hint">{t('import.given')}</span>
        <For each={given()}>
          {(answer) => (
            <Button
              size="sm"
              icon="i-lucide-x"
              aria-label={t('import.takeAway', { what: answer.text })}
              onClick={() => takeAway(answer.option)}
            >
              {answer.text}
            </Button>
          )}
        </For>
      </div>
    </Show>
  )
}
