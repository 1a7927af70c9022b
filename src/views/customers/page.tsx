import { useParams, useSearchParams } from '@solidjs/router'
import { Match, Show, Switch, Suspense, lazy } from 'solid-js'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { useAddress } from './address.ts'
import { Directory } from './directory/directory.tsx'
import { NoCustomers } from './start.tsx'
import { readTab } from './tab.ts'
import { Tabs } from './tabs.tsx'

/** Each part comes when it is first looked at. */
const Segments = lazy(async () => ({ default: (await import('./segments/segments.tsx')).Segments }))
const Worth = lazy(async () => ({ default: (await import('./worth/worth.tsx')).Worth }))
const CohortsTab = lazy(async () => ({ default: (await import('./cohorts/cohorts.tsx')).CohortsTab }))
const RetentionTab = lazy(async () => ({ default: (await import('./retention/retention.tsx')).RetentionTab }))
const BehaviourTab = lazy(async () => ({ default: (await import('./behaviour/behaviour.tsx')).BehaviourTab }))
const Profile = lazy(async () => ({ default: (await import('./profile/profile.tsx')).Profile }))

function Everybody() {
  const t = useText()
  const shop = useShop()
  const address = useAddress()
  const [params] = useSearchParams()
  const tab = () => readTab(params['tab'])
  const filled = () => shop.span().last !== null && shop.version().split(':')[0]
  return (
    <div class="page">
      <header class="flex flex-col gap-1">
        <h1 class="page-title">{t('customers.title')}</h1>
        <p class="text-muted">{t('customers.subtitle')}</p>
      </header>
      <Show when={filled()} keyed fallback={<NoCustomers />}>
        {(_workspace) => (
          <>
            <Tabs tab={tab()} />
            <Suspense fallback={<Skeleton class="h-40 rounded-card" count={2} />}>
              <Switch fallback={<Directory address={address} />}>
                <Match when={tab() === 'segments'}>
                  <Segments />
                </Match>
                <Match when={tab() === 'worth'}>
                  <Worth />
                </Match>
                <Match when={tab() === 'retention'}>
                  <RetentionTab />
                </Match>
                <Match when={tab() === 'cohorts'}>
                  <CohortsTab />
                </Match>
                <Match when={tab() === 'behaviour'}>
                  <BehaviourTab />
                </Match>
              </Switch>
            </Suspense>
          </>
        )}
      </Show>
    </div>
  )
}

/** Who the customers are; one of them at `/customers/:id`. */
export default function CustomersPage() {
  const params = useParams()
  return (
    <Show when={params['id']} fallback={<Everybody />}>
      {(id) => <Profile id={id()} />}
    </Show>
  )
}
