import { ErrorBoundary, Suspense } from 'solid-js'
import type { ParentProps } from 'solid-js'
import { ErrorCard } from '../ui/error-card.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useText } from '../ui/text/text.tsx'

const detailsOf = (cause: unknown) =>
  cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)

/** A page that could not be shown: what to do, and the failure's own words. */
export function PageFailure(props: { readonly cause: unknown; readonly onRetry: () => void }) {
  const t = useText()
  const is = (name: string) => props.cause instanceof Error && props.cause.name === name
  const words = () => {
    if (is('NewerSchema')) return [t('safety.newerData'), t('safety.newerDataDetail')] as const
    if (is('BrokenStore')) return [t('safety.storeBroken'), t('safety.storeBrokenDetail')] as const
    if (is('DeniedStore')) return [t('safety.storeDenied'), t('safety.storeDeniedDetail')] as const
    return [t('frame.pageFailed'), t('frame.pageFailedDetail')] as const
  }
  return (
    <div class="page">
      <ErrorCard
        title={words()[0]}
        todo={words()[1]}
        details={detailsOf(props.cause)}
        onRetry={() => props.onRetry()}
      />
    </div>
  )
}

/** Holds one page, so that its failure or its waiting never takes the frame with it. */
export const PageFrame = (props: ParentProps) => (
  <ErrorBoundary fallback={(cause: unknown, reset) => <PageFailure cause={cause} onRetry={reset} />}>
    <Suspense fallback={<PageWaiting />}>{props.children}</Suspense>
  </ErrorBoundary>
)

/** The shape of a page that is on its way. */
export const PageWaiting = () => (
  <div class="page">
    <Skeleton class="h-7 w-48" />
    <div class="grid gap-4 grid-cols-2 lg:grid-cols-4">
      <Skeleton class="h-32 rounded-card" count={4} />
    </div>
    <Skeleton class="h-80 rounded-card" />
  </div>
)
