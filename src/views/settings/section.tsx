import {
  For,
  Show,
  Suspense,
  createContext,
  createSignal,
  createUniqueId,
  onCleanup,
  onMount,
  useContext,
} from 'solid-js'
import type { JSX, ParentProps } from 'solid-js'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useText } from '../../ui/text/text.tsx'

interface Entry {
  readonly id: string
  readonly title: () => string
}

/** Takes a part into the list of the page; what it returns takes it out again. */
type Enlist = (entry: Entry) => () => void

const ContentsContext = createContext<Enlist>()

/** Parts of a long page, and above them a list that leads to each. */
export function Contents(props: ParentProps) {
  const t = useText()
  const [entries, setEntries] = createSignal<readonly Entry[]>([])
  const enlist: Enlist = (entry) => {
    setEntries((all) => [...all, entry])
    return () => setEntries((all) => all.filter((other) => other !== entry))
  }
  return (
    <ContentsContext.Provider value={enlist}>
      <nav aria-label={t('settings.contents')} data-print="no">
        <ul class="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <For each={entries()}>
            {(entry) => (
              <li>
                <a class="link inline-block py-1" href={`#${entry.id}`}>
                  {entry.title()}
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
      {props.children}
    </ContentsContext.Provider>
  )
}

export interface SectionProps extends ParentProps {
  readonly title: string
  /** Where a link leads to it: `/settings#anchor`. */
  readonly anchor?: string
  readonly hint?: string
  /** At the right of the title. */
  readonly action?: JSX.Element
}

/** One part of the settings; it waits for its own answers alone. */
export function Section(props: SectionProps) {
  const own = createUniqueId()
  const id = props.anchor ?? own
  let heading!: HTMLHeadingElement
  // The router scrolls to what is there when it arrives; a part that comes later does so itself.
  onMount(() => location.hash === `#${id}` && heading.scrollIntoView())
  const leave = useContext(ContentsContext)?.({ id, title: () => props.title })
  onCleanup(() => leave?.())
  return (
    <section class="card-pad flex flex-col gap-4" aria-labelledby={id}>
      <div class="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div class="grow min-w-60 flex flex-col gap-0.5">
          <h2 ref={heading} id={id} class="section-title scroll-mt-20">
            {props.title}
          </h2>
          <Show when={props.hint}>
            <p class="text-muted">{props.hint}</p>
          </Show>
        </div>
        {props.action}
      </div>
      <Suspense fallback={<Skeleton class="h-9" />}>{props.children}</Suspense>
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
