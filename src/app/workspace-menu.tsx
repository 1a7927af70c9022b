import { useNavigate } from '@solidjs/router'
import { openWorkspaceById } from '../api/workspaces.ts'
import { Menu } from '../ui/menu.tsx'
import type { MenuItem } from '../ui/menu.tsx'
import { useFailureNotice } from '../ui/failure-notice.ts'
import { useText } from '../ui/text/text.tsx'
import { createWorkspaces } from '../views/settings/data.ts'
import { useShop } from '../views/shop.tsx'
import { WorkspaceButton } from './workspace-button.tsx'

/** The open workspace by name, the others to change to, and the way to where they are managed. */
export function WorkspaceMenu() {
  const t = useText()
  const shop = useShop()
  const navigate = useNavigate()
  const tellFailure = useFailureNotice()
  const workspaces = createWorkspaces()
  const list = () => {
    const outcome = workspaces()
    return outcome?.ok ? outcome.value : undefined
  }
  const open = async (id: string) => {
    const outcome = await shop.client.run(openWorkspaceById, { id })
    if (!outcome.ok) tellFailure(outcome.failure)
  }
  const name = () => list()?.items.find(({ id }) => id === list()?.current)?.name ?? shop.name()
  const items = (): readonly MenuItem[] => [
    ...(list()?.items ?? []).map((known) => ({
      label: known.name,
      icon: 'i-lucide-store',
      checked: known.id === list()?.current,
      onSelect: () => void open(known.id),
    })),
    {
      label: t('frame.manageWorkspaces'),
      icon: 'i-lucide-settings',
      apart: true,
      onSelect: () => navigate('/settings'),
    },
  ]
  return (
    <Menu
      label={t('frame.workspace')}
      items={items()}
      trigger={(attributes) => <WorkspaceButton name={name()} {...attributes} />}
    />
  )
}
