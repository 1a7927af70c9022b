import { For, Show, createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { JSX } from 'solid-js'
import { SEGMENTS } from '../../../analytics/customers/segment-rule.ts'
import { Button } from '../../../ui/button.tsx'
import { Field, TextInput } from '../../../ui/field.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { Select } from '../../../ui/select.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import type { Address } from '../address.ts'
import type { FilterName } from '../filter.ts'
import type { createChoices } from '../data.ts'

const TYPING_MS = 250
const ALL = '*'
const NONE = ''

interface FiltersProps {
  readonly address: Address
  readonly choices: ReturnType<typeof createChoices>
  readonly children?: JSX.Element
}

/** Words to search for; the address follows when the typing rests. */
function Search(props: { readonly address: Address }) {
  const t = useText()
  const asked = () => props.address.filter().q ?? ''
  const [typed, setTyped] = createSignal(asked())
  let timer = 0
  createEffect(on(asked, (next) => next !== typed().trim() && setTyped(next), { defer: true }))
  onCleanup(() => clearTimeout(timer))
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer)
    timer = window.setTimeout(() => props.address.setFilter({ q: text.trim() || null }, true), TYPING_MS)
  }
  return (
    <span class="relative grow lt-lg:w-full lg:max-w-96">
      <span
        class="i-lucide-search absolute left-3 top-1/2 -translate-y-1/2 text-muted pointer-events-none"
        aria-hidden="true"
      />
      <TextInput
        type="search"
        aria-label={t('customers.search')}
        placeholder={t('customers.searchHint')}
        class="w-full pl-9"
        value={typed()}
        onInput={type}
      />
    </span>
  )
}

/** One of the countries or tags there are, or all. */
function Choose(props: FiltersProps & { readonly name: 'country' | 'tag' }) {
  const t = useText()
  const format = useFormat()
  const known = () => props.choices()?.[props.name === 'country' ? 'countries' : 'tags'] ?? []
  const label = (value: string) => {
    if (value === NONE) return t('customers.noCountry')
    return props.name === 'country' ? format().country(value) : value
  }
  const choices = () => [
    { value: ALL, label: t(props.name === 'country' ? 'customers.allCountries' : 'customers.allTags') },
    ...known().map(({ value, customers }) => ({
      value,
      label: `${label(value)} (${format().number(customers)})`,
    })),
  ]
  return (
    <Show when={known().length > (props.name === 'country' ? 1 : 0)}>
      <Select
        label={t(props.name === 'country' ? 'customers.country' : 'customers.tag')}
        value={props.address.filter()[props.name] ?? ALL}
        choices={choices()}
        class="max-w-56"
        onChange={(value) => props.address.setFilter({ [props.name]: value === ALL ? null : value })}
      />
    </Show>
  )
}

/** One of the six segments, or all. */
function ChooseSegment(props: { readonly address: Address }) {
  const t = useText()
  const choices = () => [
    { value: ALL, label: t('customers.allSegments') },
    ...SEGMENTS.map((value) => ({ value, label: t(`analysis.segment_${value}`) })),
  ]
  return (
    <Select
      label={t('analysis.segment')}
      value={props.address.filter().segment ?? ALL}
      choices={choices()}
      onChange={(value) => props.address.setFilter({ segment: value === ALL ? null : value })}
    />
  )
}

const RISKS = {
  high: { churn_min: 2 / 3, churn_max: null },
  medium: { churn_min: 1 / 3, churn_max: 2 / 3 },
  low: { churn_min: null, churn_max: 1 / 3 },
} as const

/** One of the three bands of risk, or all. */
function ChooseRisk(props: { readonly address: Address }) {
  const t = useText()
  const bands = ['high', 'medium', 'low'] as const
  const chosen = () => {
    const { churn_min, churn_max } = props.address.filter()
    if (churn_min === undefined && churn_max === undefined) return ALL
    if (churn_min === undefined) return 'low'
    return churn_max === undefined ? 'high' : 'medium'
  }
  const choices = () => [
    { value: ALL, label: t('customers.allRisks') },
    ...bands.map((value) => ({ value, label: t(`worth.band_${value}`) })),
  ]
  return (
    <Select
      label={t('worth.probability')}
      value={chosen()}
      choices={choices()}
      onChange={(value) =>
        props.address.setFilter(
          bands.some((band) => band === value)
            ? RISKS[value as keyof typeof RISKS]
            : { churn_min: null, churn_max: null },
        )
      }
    />
  )
}

const BOUNDS = [
  ['orders_min', 'orders_max', 'number'],
  ['net_sales_min', 'net_sales_max', 'number'],
  ['first_from', 'first_to', 'date'],
  ['last_from', 'last_to', 'date'],
  ['clv_min', 'clv_max', 'number'],
  ['next_from', 'next_to', 'date'],
] as const satisfies readonly (readonly [FilterName, FilterName, string])[]

const HEADS = {
  orders_min: 'customers.orders',
  net_sales_min: 'customers.netSales',
  first_from: 'customers.firstOrder',
  last_from: 'customers.lastOrder',
  clv_min: 'customers.clv',
  next_from: 'worth.nextOrder',
} as const

/** Bounds of figures and days, each pair on a line. */
function Bounds(props: { readonly address: Address }) {
  const t = useText()
  const value = (name: FilterName) => String(props.address.filter()[name] ?? '')
  const input = (name: FilterName, type: string, label: string) => (
    <Field label={label} class="grow">
      {(attributes) => (
        <TextInput
          {...attributes}
          type={type}
          class="w-full"
          value={value(name)}
          onInput={() => {}}
          onChange={(event) => props.address.setFilter({ [name]: event.currentTarget.value || null })}
        />
      )}
    </Field>
  )
  return (
    <div class="flex flex-col gap-4 p-3 w-80 max-w-full">
      <For each={BOUNDS}>
        {([least, most, type]) => (
          <fieldset class="flex flex-col gap-1.5">
            <legend class="label">{t(HEADS[least])}</legend>
            <div class="flex gap-2">
              {input(least, type, t('customers.atLeast'))}
              {input(most, type, t('customers.atMost'))}
            </div>
          </fieldset>
        )}
      </For>
    </div>
  )
}

/** Bounds in force, each with the way to take it off. */
function Chips(props: { readonly address: Address }) {
  const t = useText()
  const format = useFormat()
  const written = (name: FilterName, value: string | number) =>
    typeof value === 'number'
      ? format().number(value, 2)
      : name.endsWith('from') || name.endsWith('_to')
        ? format().day(value)
        : value
  const chips = () =>
    BOUNDS.flatMap(([least, most]) =>
      [least, most].flatMap((name) => {
        const value = props.address.filter()[name]
        if (value === undefined) return []
        const sign = name === least ? '≥' : '≤'
        return [{ name, label: `${t(HEADS[least])} ${sign} ${written(name, value)}` }]
      }),
    )
  return (
    <For each={chips()}>
      {(chip) => (
        <Button
          size="sm"
          aria-label={t('customers.takeOff', { what: chip.label })}
          onClick={() => props.address.setFilter({ [chip.name]: null })}
        >
          {chip.label}
          <span class="i-lucide-x text-muted" aria-hidden="true" />
        </Button>
      )}
    </For>
  )
}

/** Search, country, tag and bounds; all of it in the address. */
export function Filters(props: FiltersProps) {
  const t = useText()
  const some = () => Object.keys(props.address.filter()).length > 0
  return (
    <search class="flex flex-wrap items-center gap-2" aria-label={t('customers.filters')}>
      <Search address={props.address} />
      <ChooseSegment address={props.address} />
      <ChooseRisk address={props.address} />
      <Choose {...props} name="country" />
      <Choose {...props} name="tag" />
      <Popover
        label={t('customers.moreFilters')}
        trigger={(attributes) => (
          <Button icon="i-lucide-sliders-horizontal" {...attributes}>
            {t('customers.moreFilters')}
          </Button>
        )}
      >
        {() => <Bounds address={props.address} />}
      </Popover>
      {props.children}
      <Chips address={props.address} />
      <Show when={some()}>
        <Button
          size="sm"
          look="quiet"
          icon="i-lucide-x"
          onClick={() => props.address.showFilter({}, props.address.sort())}
        >
          {t('customers.clear')}
        </Button>
      </Show>
    </search>
  )
}
