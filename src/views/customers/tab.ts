/** Parts of the page, in their order. */
export const TABS = ['directory', 'segments', 'cohorts', 'worth', 'retention', 'behaviour'] as const
export type Tab = (typeof TABS)[number]

export const readTab = (given: unknown): Tab => TABS.find((tab) => tab === given) ?? 'directory'
