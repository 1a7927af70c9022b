import { For } from 'solid-js'

const SIGNED = /([+\-−]\S*\d)/

/** A sentence whose signed amounts stay on one line: a browser breaks between a sign and a currency. */
export function SignedText(props: { readonly text: string }) {
  return (
    <For each={props.text.split(SIGNED)}>
      {(piece, at) => (at() % 2 === 1 ? <span class="whitespace-nowrap">{piece}</span> : piece)}
    </For>
  )
}
