// @unocss-include
import type { Component } from 'solid-js'

interface Page {
  readonly default: Component
}

/** Every page there is: `src/views/<name>/page.tsx`, loaded when it is first shown. */
const PAGES = import.meta.glob<Page>('../views/*/page.tsx')

/** A section: `name` is its folder in views and its text in `frame`. Adding a page is its folder and, when new, one line here. */
const ALL = [
  { name: 'dashboard', ranged: true, path: '/', icon: 'i-lucide-layout-dashboard' },
  { name: 'products', ranged: true, path: '/products', icon: 'i-lucide-tag' },
  { name: 'customers', ranged: false, path: '/customers', item: '/customers/:id', icon: 'i-lucide-users' },
  { name: 'forecast', ranged: false, path: '/forecast', icon: 'i-lucide-trending-up' },
  { name: 'inventory', ranged: true, path: '/inventory', icon: 'i-lucide-package' },
  { name: 'recommendations', ranged: true, path: '/recommendations', icon: 'i-lucide-sparkles' },
  { name: 'models', ranged: false, path: '/models', icon: 'i-lucide-brain-circuit' },
  { name: 'data', ranged: false, path: '/data', icon: 'i-lucide-database' },
  { name: 'reconcile', ranged: true, path: '/reconcile', icon: 'i-lucide-scale' },
  { name: 'query', ranged: false, path: '/query', icon: 'i-lucide-terminal' },
  { name: 'docs', ranged: false, path: '/docs', icon: 'i-lucide-book-open' },
  { name: 'settings', ranged: false, path: '/settings', icon: 'i-lucide-settings' },
] as const

export type SectionName = (typeof ALL)[number]['name']

export interface Section {
  readonly name: SectionName
  /** Whether the page looks at the range of the top line. */
  readonly ranged: boolean
  readonly path: string
  /** Where one thing of the section is shown, by the same page. */
  readonly item?: string
  readonly icon: string
  readonly load: () => Promise<Page>
}

/** Sections whose page is built, in the order of the side bar. */
export const SECTIONS: readonly Section[] = ALL.flatMap((section) => {
  const load = PAGES[`../views/${section.name}/page.tsx`]
  return load ? [{ ...section, load }] : []
})

/** Section of a path, if it is one. */
export function sectionOf(path: string, sections: readonly Section[] = SECTIONS): Section | undefined {
  const bare = path.replace(/\/+$/, '') || '/'
  return sections.find(
    (section) => section.path === bare || (section.item && bare.startsWith(`${section.path}/`)),
  )
}
