import type { FailureCardProps } from './failure-card.tsx'
import { useNotices } from './notices.tsx'
import { useText } from './text/text.tsx'

/** Tells a failure as data in a notice: what happened, and what to do. */
export function useFailureNotice() {
  const t = useText()
  const notices = useNotices()
  return ({ code }: Pick<FailureCardProps, 'code'>) =>
    notices.show({ tone: 'bad', title: t(`problems.${code}`), detail: t(`problems.${code}.do`) })
}
