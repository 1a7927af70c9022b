import type { JSX } from 'solid-js'
import { ErrorCard } from './error-card.tsx'
import { useText } from './text/text.tsx'
import type { Dict } from './text/translate.ts'

type Code = Exclude<keyof Dict['problems'], `${string}.do`>

export interface FailureCardProps {
  /** Code of a failure of the model; words for it come from the texts. */
  readonly code: Code
  readonly detail?: string | undefined
  readonly onRetry?: () => void
  readonly action?: JSX.Element
}

/** A failure as data, in words: `<FailureCard code={failure.code} detail={failure.detail} />`. */
export function FailureCard(props: FailureCardProps) {
  const t = useText()
  return (
    <ErrorCard
      title={t(`problems.${props.code}`)}
      todo={t(`problems.${props.code}.do`)}
      details={props.detail}
      action={props.action}
      {...(props.onRetry ? { onRetry: props.onRetry } : {})}
    />
  )
}
