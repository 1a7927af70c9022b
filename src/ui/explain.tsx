import type { ParentProps } from 'solid-js'
import { Popover } from './popover.tsx'
import { useText } from './text/text.tsx'

export interface ExplainProps extends ParentProps {
  /** Name of what is explained. */
  readonly what: string
}

/** A small "?" that opens an explanation; works by touch and keyboard, where hover does not. */
export function Explain(props: ExplainProps) {
  const t = useText()
  return (
    <Popover
      label={t('parts.explain', { what: props.what })}
      class="w-80 max-w-[calc(100vw-16px)]"
      trigger={(attributes) => (
        <button
          type="button"
          {...attributes}
          class="inline-flex items-center justify-center size-6 rounded-full text-muted hover:text-text hover:bg-sunken"
          aria-label={t('parts.explain', { what: props.what })}
        >
          <span class="i-lucide-circle-help" aria-hidden="true" />
        </button>
      )}
    >
      {() => (
        <div class="p-2 flex flex-col gap-2 text-base font-normal" tabindex="0" autofocus>
          {props.children}
        </div>
      )}
    </Popover>
  )
}
