import { For } from 'solid-js'
import { BarList } from '../../../ui/bar-list.tsx'
import { HeatTable } from '../../../ui/heat-table.tsx'
import type { TextKey } from '../../../ui/text/translate.ts'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { TitledCard } from '../../../ui/titled-card.tsx'
import type { Rfm } from './answer.ts'

const FIVE = [1, 2, 3, 4, 5] as const
const BEST_FIRST = FIVE.toReversed()

/** How many stand at each pair of scores. */
function Grid(props: { readonly rfm: Rfm }) {
  const t = useText()
  const format = useFormat()
  const at = (r: number, fm: number) =>
    props.rfm.grid.find((cell) => cell.r === r && cell.fm === fm)?.count ?? 0
  return (
    <TitledCard id="rfm-grid" title={t('analysis.rfmGrid')} hint={t('analysis.rfmGridHint')}>
      <HeatTable
        caption={t('analysis.rfmGrid')}
        rowHead="R"
        rows={BEST_FIRST.map((n) => t('analysis.recency', { n }))}
        columns={FIVE.map((n) => t('analysis.frequencyValue', { n }))}
        values={BEST_FIRST.map((r) => FIVE.map((fm) => at(r, fm)))}
        format={(value) => format().number(value)}
      />
    </TitledCard>
  )
}

/** The limits of a score in words; a dash where equal cut points leave nobody between them. */
function createBound() {
  const t = useText()
  return (cuts: readonly number[], fifth: number, write: (value: number) => string) => {
    const [least, most] = [cuts[fifth - 2], cuts[fifth - 1]]
    // Equal values have equal scores.
    if (least !== undefined && least === most) return '–'
    if (most !== undefined) return t('analysis.upTo', { value: write(most) })
    return least === undefined ? '–' : t('analysis.from', { value: write(least) })
  }
}

/** Bounds of the scores; for recency fewer days are better. */
function Cuts(props: { readonly rfm: Rfm }) {
  const t = useText()
  const format = useFormat()
  const currency = () => props.rfm.currency ?? 'XXX'
  const bound = createBound()
  const number = (value: number) => format().number(value)
  const money = (value: number) => format().money(value, currency())
  return (
    <TitledCard id="rfm-cuts" title={t('analysis.cuts')}>
      <div class="overflow-x-auto" tabindex="0" role="group" aria-label={t('analysis.cuts')}>
        <table class="w-full text-sm figures">
          <thead>
            <tr class="text-muted text-left">
              <th scope="col" class="font-medium py-1.5 pr-3">
                {t('analysis.score')}
              </th>
              <th scope="col" class="font-medium py-1.5 pr-3 text-right">
                R · {t('analysis.scoreDays')}
              </th>
              <th scope="col" class="font-medium py-1.5 pr-3 text-right">
                F · {t('customers.orders')}
              </th>
              <th scope="col" class="font-medium py-1.5 text-right">
                M · {t('customers.netSales')}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={BEST_FIRST}>
              {(score) => (
                <tr>
                  <th scope="row" class="text-left font-medium border-t border-line py-1.5 pr-3">
                    {score}
                  </th>
                  <td class="text-right border-t border-line py-1.5 pr-3">
                    {bound(props.rfm.cut_points.recency_days, 6 - score, number)}
                  </td>
                  <td class="text-right border-t border-line py-1.5 pr-3">
                    {bound(props.rfm.cut_points.orders, score, number)}
                  </td>
                  <td class="text-right border-t border-line py-1.5">
                    {bound(props.rfm.cut_points.net_sales, score, money)}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </TitledCard>
  )
}

function Groups(props: { readonly rfm: Rfm }) {
  const t = useText()
  const format = useFormat()
  const rows = () =>
    props.rfm.groups.map(({ name, count, share }) => ({
      key: name,
      label: t(`analysis.group_${name}` as TextKey),
      value: count,
      share,
    }))
  return (
    <TitledCard id="rfm-groups" title={t('analysis.rfmGroups')}>
      <BarList label={t('analysis.rfmGroups')} rows={rows()} format={(value) => format().number(value)} />
    </TitledCard>
  )
}

/** Scores behind the segments: how many at each, where they are cut, and the names of other platforms. */
export const Scores = (props: { readonly rfm: Rfm }) => (
  <div class="grid gap-6 lg:grid-cols-2 items-start">
    <div class="flex flex-col gap-6 min-w-0">
      <Grid rfm={props.rfm} />
      <Cuts rfm={props.rfm} />
    </div>
    <Groups rfm={props.rfm} />
  </div>
)
