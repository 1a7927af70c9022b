import { Show, createUniqueId } from 'solid-js'
import type { JSX, ParentProps } from 'solid-js'

export interface SectionProps extends ParentProps {
  readonly title: string
  readonly hint?: string
  /** At the right of the title. */
  readonly action?: JSX.Element
}

/** One part of the settings. */
export function Section(props: SectionProps) {
  const id = createUniqueId()
  return (
    <section class="card-pad flex flex-col gap-4" aria-labelledby={id}>
      <div class="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div class="grow min-w-60 flex flex-col gap-0.5">
          <h2 id={id} class="section-title">
            {props.title}
          </h2>
          <Show when={props.hint}>
            <p class="text-muted">{props.hint}</p>
          </Show>
        </div>
        {props.action}
      </div>
      {props.children}
    </section>
  )
}

/** A name and its value. */
export function Fact(props: ParentProps<{ readonly name: string }>) {
  return (
    <div class="flex flex-col lg:grid lg:grid-cols-[180px_1fr] gap-x-4">
      <dt class="text-muted">{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
