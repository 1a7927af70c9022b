import { For, Show, Suspense, createSignal } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { FailureCard } from '../../ui/failure-card.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useText } from '../../ui/text/text.tsx'
import { createHealth, healthAgain } from './data.ts'
import type { Health } from './data.ts'
import { Fact, Section } from './section.tsx'

const CHECKS = ['engine', 'data', 'history', 'offline'] as const

function Check(props: { readonly check: Health['checks'][number] }) {
  const t = useText()
  const name = () => {
    const known = CHECKS.find((each) => each === props.check.name)
    return known ? t(`settings.check_${known}`) : props.check.name
  }
  return (
    <li class="flex items-start gap-2.5">
      <span
        class={`mt-0.5 ${props.check.ok ? 'i-lucide-circle-check text-good' : 'i-lucide-circle-alert text-warn'}`}
        aria-hidden="true"
      />
      <div class="flex flex-col">
        <span>
          {name()}: {props.check.ok ? t('settings.checkOk') : t('settings.checkNot')}
        </span>
        {/* In the words of the API; that all is well needs none. */}
        <Show when={!props.check.ok}>
          <span class="hint" lang="en">
            {props.check.detail}
          </span>
        </Show>
      </div>
    </li>
  )
}

function Report(props: { readonly health: Health }) {
  const t = useText()
  return (
    <>
      <p class="font-medium">
        {props.health.status === 'ok' ? t('settings.healthOk') : t('settings.healthDegraded')}
      </p>
      <ul class="flex flex-col gap-2">
        <For each={props.health.checks}>{(check) => <Check check={check} />}</For>
      </ul>
      <dl class="flex flex-col gap-2">
        <Fact name={t('settings.version')}>
          Ventas {props.health.version} · {t('settings.schema')} {props.health.schema}
        </Fact>
        <Fact name={t('settings.engine')}>DuckDB {props.health.engine.duckdb ?? '–'}</Fact>
      </dl>
    </>
  )
}

/** Whether engine, data and offline use work, checked when the page is shown and when asked. */
export function HealthPart() {
  const t = useText()
  const answer = createHealth()
  const [checking, setChecking] = createSignal(false)
  const check = async () => {
    setChecking(true)
    await healthAgain()
    setChecking(false)
  }
  const known = () => {
    const outcome = answer.latest
    return outcome?.ok ? outcome.value : undefined
  }
  const fault = () => {
    const outcome = answer.latest
    return outcome && !outcome.ok ? outcome.failure : undefined
  }
  return (
    <Section
      title={t('settings.health')}
      action={
        <Button size="sm" icon="i-lucide-rotate-cw" busy={checking()} onClick={() => void check()}>
          {checking() ? t('settings.checking') : t('settings.checkAgain')}
        </Button>
      }
    >
      <Suspense fallback={<Skeleton class="h-6" count={3} />}>
        <Show when={fault()}>{(found) => <FailureCard code={found().code} detail={found().detail} />}</Show>
        <Show when={known()}>{(report) => <Report health={report()} />}</Show>
      </Suspense>
    </Section>
  )
}
