import { For } from 'solid-js'

const TONES = ['bg-bad', 'bg-bad', 'bg-warn', 'bg-good', 'bg-good']

export interface StrengthProps {
  /** 0 to 4. */
  readonly score: number
  /** The same in words; colour alone says nothing. */
  readonly words: string
}

/** Four bars and a word for how strong a passphrase is. */
export const Strength = (props: StrengthProps) => (
  <p class="flex items-center gap-3 text-sm" role="status">
    <span class="inline-flex gap-1" aria-hidden="true">
      <For each={[1, 2, 3, 4]}>
        {(bar) => (
          <span
            class={`h-1.5 w-8 rounded-full ${bar <= props.score ? (TONES[props.score] ?? '') : 'bg-line'}`}
          />
        )}
      </For>
    </span>
    {props.words}
  </p>
)
