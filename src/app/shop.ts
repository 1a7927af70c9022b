import { batch, createSignal } from 'solid-js'
import { createClient } from '../api/client.ts'
import type { Shop } from '../views/shop.tsx'
import type { Session } from '../workspace/session.ts'
import { readShopFacts } from '../workspace/shop-facts.ts'
import type { ShopFacts } from '../workspace/shop-facts.ts'
import type { Workspace } from '../workspace/workspace.ts'

interface Seen {
  readonly workspace: Workspace
  readonly version: string
  readonly facts: ShopFacts
  readonly locked: boolean
}

/** Of a locked workspace nothing is known. */
const NOTHING: ShopFacts = {
  currency: null,
  timeZone: 'UTC',
  first: null,
  last: null,
  today: new Date().toISOString().slice(0, 10),
}

const lookAt = async (session: Session): Promise<Seen> => {
  const workspace = session.current()
  if (!session.isLocked()) return look(workspace)
  return { workspace, version: `${workspace.row.id}:locked`, facts: NOTHING, locked: true }
}

const look = async (workspace: Workspace): Promise<Seen> => ({
  locked: false,
  workspace,
  version: `${workspace.row.id}:${workspace.generation()}:${workspace.edits.revision()}`,
  facts: await readShopFacts(workspace),
})

/** Follows whether saved data are missing: of the open workspace, or whole workspaces. */
function createLostSeen(session: Session) {
  const [seen, setSeen] = createSignal(0)
  const count = () => {
    const missing = session.current().safety.integrity().state !== 'ok' || session.lost().length > 0
    setSeen(missing ? seen() + 1 : 0)
  }
  const follow = (workspace: Workspace) => workspace.safety.onIntegrity(count)
  let stop = follow(session.current())
  session.onSwitch((workspace) => {
    stop()
    stop = follow(workspace)
    count()
  })
  count()
  return seen
}

/** The session as the screens see it: follows the opening of other workspaces, imports, and other tabs. */
export async function createShop(session: Session): Promise<Shop> {
  const [seen, setSeen] = createSignal(await lookAt(session))
  const refresh = async () => {
    const next = await lookAt(session)
    if (next.workspace === session.current()) batch(() => setSeen(next))
  }
  let stop = session.current().onChange(() => void refresh())
  session.onSwitch((workspace) => {
    stop()
    stop = workspace.onChange(() => void refresh())
    void refresh()
  })
  return {
    client: createClient(session),
    version: () => seen().version,
    name: () => seen().workspace.row.name,
    locked: () => seen().locked,
    isDemo: () => seen().workspace.row.demo,
    viewer: () => seen().workspace.row.viewer === true,
    lostSeen: createLostSeen(session),
    currency: () => seen().facts.currency,
    timeZone: () => seen().facts.timeZone,
    today: () => seen().facts.today,
    span: () => ({ first: seen().facts.first, last: seen().facts.last }),
  }
}
