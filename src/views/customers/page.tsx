import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { useAddress } from './address.ts'
import { Directory } from './directory/directory.tsx'
import { Profile } from './profile/profile.tsx'
import { NoCustomers } from './start.tsx'

function Tabs() {
  const t = useText()
  const shop = useShop()
  const address = useAddress()
  const filled = () => shop.span().last !== null && shop.version().split(':')[0]
  return (
    <div class="page">
      <header class="flex flex-col gap-1">
        <h1 class="page-title">{t('customers.title')}</h1>
        <p class="text-muted">{t('customers.subtitle')}</p>
      </header>
      <Show when={filled()} keyed fallback={<NoCustomers />}>
        {(_workspace) => <Directory address={address} />}
      </Show>
    </div>
  )
}

/** Who the customers are; one of them at `/customers/:id`. */
export default function CustomersPage() {
  const params = useParams()
  return (
    <Show when={params['id']} fallback={<Tabs />}>
      {(id) => <Profile id={id()} />}
    </Show>
  )
}
