import { createSignal, createUniqueId, For, type JSX, splitProps } from 'solid-js'

interface ZoneFieldProps extends Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  readonly value: string
  readonly onChange: (zone: string) => void
}

/** The name of a zone as it is written in the list of zones; null when there is no such zone. */
export function zoneNamed(text: string): string | null {
  const wanted = text.trim().replaceAll(' ', '_').toLowerCase()
  const listed = Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === wanted)
  if (listed) return listed
  try {
    return /[a-z]+\/[a-z]/.test(wanted)
      ? new Intl.DateTimeFormat('en', { timeZone: wanted }).resolvedOptions().timeZone
      : null
  } catch {
    return null
  }
}

/** A time zone by its name, with the browser's list of more than 400 to type ahead in, which is written when it is wanted. */
export function ZoneField(props: ZoneFieldProps) {
  const [own, rest] = splitProps(props, ['value', 'onChange', 'class'])
  const [wanted, setWanted] = createSignal(false)
  const list = createUniqueId()
  const take = (zone: string | null) => zone !== null && zone !== own.value && own.onChange(zone)
  const picked = (text: string) =>
    take(Intl.supportedValuesOf('timeZone').find((zone) => zone === text) ?? null)
  const left = (input: HTMLInputElement) => {
    take(zoneNamed(input.value))
    if (zoneNamed(input.value) === null) input.value = own.value
  }
  return (
    <>
      <input
        {...rest}
        class={`control ${own.class ?? ''}`}
        list={list}
        value={own.value}
        autocomplete="off"
        spellcheck={false}
        onFocus={() => setWanted(true)}
        onInput={(event) => picked(event.currentTarget.value)}
        onChange={(event) => left(event.currentTarget)}
      />
      <datalist id={list}>
        <For each={wanted() ? Intl.supportedValuesOf('timeZone') : []}>
          {(zone) => <option value={zone} />}
        </For>
      </datalist>
    </>
  )
}
