/** Parts of the page, in their order. */
export const TABS = ['directory', 'segments', 'worth', 'retention'] as const
export type Tab = (typeof TABS)[number]

export const readTab = (given: unknown): Tab => TABS.find((tab) => tab === given) ?? 'directory'
