import { Show } from 'solid-js'
import { useText } from '../../ui/text/text.tsx'
import { LookChoices } from '../../ui/theme/look-choices.tsx'
import { useShop } from '../shop.tsx'
import { HealthPart } from './health.tsx'
import { CopiesPart } from './copies.tsx'
import { PeoplePart } from './people.tsx'
import { IdentityPart } from './identity.tsx'
import { HistoryPart } from './history.tsx'
import { LockPart } from './lock.tsx'
import { Contents, Section } from './section.tsx'
import { StoragePart } from './storage.tsx'
import { ClockPart } from './clock.tsx'
import { CountsPart } from './counts.tsx'
import { CurrenciesPart } from './currencies/currencies.tsx'
import { FiguresPart } from './figures.tsx'
import { WorkspaceFilePart } from './workspace-file.tsx'
import { WorkspacesPart } from './workspaces.tsx'

function ApiPart() {
  const t = useText()
  return (
    <Section title={t('settings.api')} hint={t('settings.apiWhat')}>
      <pre class="rounded-control bg-sunken p-3 text-sm overflow-x-auto" tabindex="0">
        await window.ventas.call('GET', '/health')
      </pre>
      <p class="hint">{t('settings.apiMore')}</p>
    </Section>
  )
}

/** Look, workspaces, what they are set to, where the data is, and whether all works. */
export default function SettingsPage() {
  const t = useText()
  const shop = useShop()
  return (
    <div class="page max-w-[840px]">
      <header class="flex flex-col gap-1">
        <h1 class="page-title">{t('settings.title')}</h1>
        <p class="text-muted">{t('settings.subtitle')}</p>
      </header>
      <Contents>
        <Section title={t('settings.look')}>
          <LookChoices />
        </Section>
        <WorkspacesPart />
        <WorkspaceFilePart />
        <LockPart />
        <Show when={!shop.viewer()}>
          <FiguresPart />
          <CountsPart />
          <CurrenciesPart />
          <ClockPart />
          <IdentityPart />
          <StoragePart />
          <CopiesPart />
          <PeoplePart />
          <HistoryPart />
        </Show>
        <HealthPart />
        <ApiPart />
      </Contents>
    </div>
  )
}
