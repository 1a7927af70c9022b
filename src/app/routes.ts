import type { RouteDefinition } from '@solidjs/router'
import { createComponent, lazy } from 'solid-js'
import { NotFound } from './not-found.tsx'
import { PageFrame } from './page-frame.tsx'
import { SECTIONS } from './sections.ts'
import type { Section } from './sections.ts'

/** A page in its own boundary, so that neither its failure nor its waiting takes the frame with it. */
export function routeOf({ path, item, load }: Section): RouteDefinition {
  const Page = lazy(load)
  const component = () =>
    createComponent(PageFrame, {
      get children() {
        return createComponent(Page, {})
      },
    })
  return { path: item ? [path, item] : path, component, preload: () => void Page.preload() }
}

/** One route for each section that is built, and one for everything else. */
export const routes: RouteDefinition[] = [...SECTIONS.map(routeOf), { path: '*', component: NotFound }]
