import { createContext, useContext } from 'solid-js'
import type { Accessor, ParentProps } from 'solid-js'
import type { Client } from '../api/client.ts'

/** The open workspace as screens need it; all accessors change when another one is opened or data come in. */
export interface Shop {
  /** How operations are called: `shop.client.run(dashboardSummary, input, control)`. */
  readonly client: Client
  /** Changes with the workspace and with its data; part of the key of every read, so that it runs again. */
  readonly version: Accessor<string>
  readonly name: Accessor<string>
  readonly isDemo: Accessor<boolean>
  /** Opened from a viewer file: there are figures, and no rows. */
  readonly viewer: Accessor<boolean>
  /** Rises whenever it is found that saved data are missing, or that they are back; 0: all is there. */
  readonly lostSeen: Accessor<number>
  /** It has a passphrase and is locked: its pages are not shown. */
  readonly locked: Accessor<boolean>
  /** null before the first import has decided it. */
  readonly currency: Accessor<string | null>
  readonly timeZone: Accessor<string | null>
  /** Day that ranges count from: the real one, or the last with data where the data lie in the past. */
  readonly today: Accessor<string>
  /** First and last day with data; null while there is none. */
  readonly span: Accessor<{ readonly first: string | null; readonly last: string | null }>
}

const ShopContext = createContext<Shop>()

/** Gives the open workspace to the pages below. */
export function ShopProvider(props: ParentProps<{ readonly shop: Shop }>) {
  return <ShopContext.Provider value={props.shop}>{props.children}</ShopContext.Provider>
}

/** The open workspace. */
export function useShop(): Shop {
  const shop = useContext(ShopContext)
  if (!shop) throw new Error('useShop needs a ShopProvider above it')
  return shop
}
