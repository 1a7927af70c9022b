import { For, Show } from 'solid-js'
import { getRfm } from '../../../api/customer-analytics.ts'
import type { CustomerProfile } from '../../../api/customers-schemas.ts'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { TitledCard } from '../../../ui/titled-card.tsx'
import { useShop } from '../../shop.tsx'
import { AnalysisPart, createAnalysis } from '../analysis.tsx'
import { sayAll } from '../words.ts'

/** The segment of a customer, its scores, and why. */
export function WhySegment(props: { readonly customer: CustomerProfile }) {
  const t = useText()
  const format = useFormat()
  const shop = useShop()
  const { currency } = props.customer
  const rfm = createAnalysis(
    () => [shop.version(), props.customer.customer_id],
    ({ signal }) =>
      shop.client.run(getRfm, { customer_id: props.customer.customer_id, limit: 1, currency }, { signal }),
  )
  return (
    <TitledCard id="why-segment" title={t('worth.profileSegment')}>
      <AnalysisPart analysis={rfm}>
        {(answer) => (
          <Show when={answer().customers.items[0]}>
            {(row) => (
              <div class="flex flex-col gap-2">
                <p class="text-xl font-semibold">{t(`analysis.segment_${row().segment}`)}</p>
                <p class="hint">{t(`analysis.about_${row().segment}`)}</p>
                <p class="figures font-medium">
                  R {row().rfm.r} · F {row().rfm.f} · M {row().rfm.m}
                </p>
                <ul class="list-disc pl-5 text-sm flex flex-col gap-1">
                  <For each={sayAll(t, format(), 'reason', row().reasons, currency)}>
                    {(reason) => <li>{reason}</li>}
                  </For>
                </ul>
              </div>
            )}
          </Show>
        )}
      </AnalysisPart>
    </TitledCard>
  )
}
