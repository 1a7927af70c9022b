import { type ParentProps, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'

export interface TitledCardProps extends ParentProps {
  /** Id of the heading, the same in every language, so that an address can lead to it. */
  readonly id: string
  readonly title: string
  readonly hint?: string
  /** 3 where the card stands under a heading of the page's second level. */
  readonly level?: 2 | 3
}

/** A card that is a part of a page: its heading, a line on what it shows, and what it holds. */
export function TitledCard(props: TitledCardProps) {
  return (
    <section class="card-pad flex flex-col gap-3" aria-labelledby={props.id}>
      <header>
        <Dynamic component={`h${props.level ?? 2}`} id={props.id} class="section-title">
          {props.title}
        </Dynamic>
        <Show when={props.hint}>
          <p class="hint">{props.hint}</p>
        </Show>
      </header>
      {props.children}
    </section>
  )
}
