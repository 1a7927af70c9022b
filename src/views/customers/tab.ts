/** Parts of the page, in their order. */
export const TABS = ['directory', 'segments'] as const
export type Tab = (typeof TABS)[number]

export const readTab = (given: unknown): Tab => TABS.find((tab) => tab === given) ?? 'directory'
