import { For, Show } from 'solid-js'
import { useFormat, useText } from '../../ui/text/text.tsx'
import type { TextKey } from '../../ui/text/translate.ts'
import { Fact } from './section.tsx'
import { SignatureOf, type SignedBy } from './signature.tsx'

/** What a file says of itself. */
export interface FileFacts {
  readonly name: string
  readonly kind: string
  readonly exported_at: string
  readonly encrypted: boolean
  readonly order_lines: number
  readonly imports: number
  readonly first_day: string | null
  readonly last_day: string | null
  readonly signed: SignedBy | null
  readonly warnings: readonly string[]
}

/** What is in a workspace file, before anything of it is stored. */
export function Inside(props: { readonly facts: FileFacts }) {
  const t = useText()
  const format = useFormat()
  const days = () => {
    const { first_day, last_day } = props.facts
    return first_day && last_day ? format().dayRange(first_day, last_day) : '–'
  }
  return (
    <section class="flex flex-col gap-3" aria-label={t('files.inside')}>
      <dl class="flex flex-col gap-2">
        <Fact name={t('files.shop')}>
          <bdi>{props.facts.name}</bdi>
        </Fact>
        <Fact name={t('files.kind')}>{t(`files.kind_${props.facts.kind}` as TextKey)}</Fact>
        <Fact name={t('files.made')}>{format().instant(props.facts.exported_at)}</Fact>
        <Show
          when={props.facts.kind !== 'viewer'}
          fallback={
            <Fact name={t('files.lines')}>
              {t('files.linesOfFigures', { lines: format().number(props.facts.order_lines) })}
            </Fact>
          }
        >
          <Fact name={t('files.lines')}>{format().number(props.facts.order_lines)}</Fact>
          <Fact name={t('files.days')}>{days()}</Fact>
          <Fact name={t('files.importsIn')}>{format().number(props.facts.imports)}</Fact>
        </Show>
        <Fact name={t('files.protection')}>
          {props.facts.encrypted ? t('files.encrypted') : t('files.plain')}
        </Fact>
        <Fact name={t('files.signature')}>
          <SignatureOf signed={props.facts.signed} />
        </Fact>
      </dl>
      <For each={props.facts.warnings}>
        {(code) => (
          <p class="flex items-start gap-2 text-warn">
            <span class="i-lucide-triangle-alert mt-0.5" aria-hidden="true" />
            {t(`files.warn_${code}` as TextKey)}
          </p>
        )}
      </For>
      <p class="hint">{t('files.nothingStored')}</p>
    </section>
  )
}
