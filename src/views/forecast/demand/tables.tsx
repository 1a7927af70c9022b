import { MODEL_NAMES } from '../../../analytics/forecast/model.ts'
import { isNarrow } from '../../../ui/narrow.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { Table } from '../../../ui/table/table.tsx'
import type { Formats } from '../../../ui/text/format.ts'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import type { Translate } from '../../../ui/text/translate.ts'
import { spanOf } from '../words.ts'
import type { Demand, ProductDemand } from './data.ts'

/** What all products beyond the most sold ones are added up to. */
const OTHERS = ' others'
export const isOthers = ({ product_id }: Pick<ProductDemand, 'product_id'>): boolean => product_id === OTHERS

const nameOf = (t: Translate, item: ProductDemand): string =>
  isOthers(item) ? t('demand.others') : (item.title ?? item.product_id)

const categoryOf = (t: Translate, category: string): string => {
  if (category === OTHERS) return t('demand.others')
  return category === '' ? t('demand.noCategory') : category
}

/** The name of a model as people read it. */
export const modelOf = (t: Translate, model: string): string => {
  const known = MODEL_NAMES.find((name) => name === model)
  return known ? t(`forecast.model_${known}`) : model
}

/** What to know before believing a product's number. */
const notesOf = (t: Translate, format: Formats, { sold_out_days: soldOut, gaps }: ProductDemand): string =>
  [
    ...(soldOut > 0 ? [t('demand.soldOut', { n: soldOut })] : []),
    ...gaps.map(({ from, days }) => t('demand.gap', { span: spanOf(t, days, 'D'), from: format.day(from) })),
  ].join('; ')

const unitsColumn = (
  key: string,
  label: string,
  value: (item: ProductDemand) => number | null,
): Column<ProductDemand> => ({ key, label, kind: 'number', digits: 1, value })

function columnsOf(t: Translate, format: Formats, { items }: Demand, days: number) {
  const columns: readonly Column<ProductDemand>[] = [
    {
      key: 'product',
      label: t('demand.product'),
      value: (item) => nameOf(t, item),
      show: (item) => <span class="whitespace-normal lt-lg:w-38 inline-block">{nameOf(t, item)}</span>,
    },
    {
      key: 'category',
      label: t('demand.category'),
      hidden: isNarrow() || items.every(({ category }) => category === ''),
      value: ({ category }) => categoryOf(t, category),
    },
    {
      ...unitsColumn('units', t('demand.units'), ({ units }) => units),
      total: items.reduce((sum, { units }) => sum + units, 0),
    },
    unitsColumn('low', t('demand.low'), (item) => item.units_intervals['80']?.[0] ?? null),
    unitsColumn('high', t('demand.high'), (item) => item.units_intervals['80']?.[1] ?? null),
    { ...unitsColumn('day', t('demand.perDay'), ({ units }) => units / days), hidden: true, digits: 2 },
    {
      key: 'kind',
      label: t('demand.kind'),
      hidden: isNarrow(),
      value: (item) => t(`demand.class_${item.demand_class}`),
    },
    { key: 'notes', label: t('demand.notes'), hidden: true, value: (item) => notesOf(t, format, item) },
    { key: 'model', label: t('demand.model'), hidden: true, value: ({ model }) => modelOf(t, model) },
    { ...unitsColumn('mase', t('demand.mase'), ({ mase }) => mase), hidden: true, digits: 2 },
  ]
  return columns
}

/** Every product with the units to expect. */
export function ProductsTable(props: {
  readonly demand: Demand
  readonly title: string
  readonly days: number
  readonly onOpen: (item: ProductDemand) => void
}) {
  const t = useText()
  const format = useFormat()
  return (
    <section class="card-pad flex flex-col gap-3">
      <Table
        title={props.title}
        columns={columnsOf(t, format(), props.demand, props.days)}
        rows={props.demand.items}
        firstSort={{ key: 'units', descending: true }}
        totalLabel={t('demand.total', { n: props.demand.items.length })}
        onRow={props.onOpen}
      />
      <p class="hint">{t('demand.open')}</p>
    </section>
  )
}

type Category = Demand['categories'][number]

/** The same by category. */
export function CategoriesTable(props: { readonly demand: Demand }) {
  const t = useText()
  const columns = (): readonly Column<Category>[] => [
    { key: 'category', label: t('demand.category'), value: ({ category }) => categoryOf(t, category) },
    { key: 'units', label: t('demand.units'), kind: 'number', digits: 1, value: ({ units }) => units },
  ]
  return (
    <section class="card-pad">
      <Table
        title={t('demand.categories')}
        columns={columns()}
        rows={props.demand.categories}
        firstSort={{ key: 'units', descending: true }}
        height="max-h-[24rem]"
      />
    </section>
  )
}
