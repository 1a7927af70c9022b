import { createResource, Show } from 'solid-js'
import { getSigningKey } from '../../api/workspace-files.ts'
import { Checkbox } from '../../ui/field.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'

/** Who signed a file that was not changed since. */
export interface SignedBy {
  readonly fingerprint: string
  readonly signed_at: string
  readonly own: boolean
}

/** In fours, so that two people can read it to each other. */
const inFours = (fingerprint: string): string => fingerprint.replace(/.{4}(?=.)/g, '$& ')

function Fingerprint(props: { readonly value: string }) {
  return <code class="break-words">{inFours(props.value)}</code>
}

/** Whether the file is signed, and the fingerprint that its receiver will see. */
export function SignChoice(props: { readonly value: boolean; readonly onChange: (sign: boolean) => void }) {
  const t = useText()
  const { client } = useShop()
  const [key] = createResource(() => client.run(getSigningKey, {}))
  const fingerprint = () => {
    const outcome = key()
    return outcome?.ok ? outcome.value.fingerprint : null
  }
  return (
    <Show when={fingerprint()} fallback={<p class="hint">{key.loading ? '' : t('files.cannotSign')}</p>}>
      {(own) => (
        <Checkbox
          checked={props.value}
          onChange={props.onChange}
          label={t('files.sign')}
          hint={
            <>
              {t('files.signHint')} <Fingerprint value={own()} />
            </>
          }
        />
      )}
    </Show>
  )
}

/** What the signature of a file says to its receiver. */
export function SignatureOf(props: { readonly signed: SignedBy | null }) {
  const t = useText()
  const format = useFormat()
  return (
    <Show when={props.signed} fallback={t('files.unsigned')}>
      {(signed) => (
        <>
          {t(signed().own ? 'files.signedHere' : 'files.signedBy', {
            when: format().instant(signed().signed_at),
          })}{' '}
          <Fingerprint value={signed().fingerprint} />
        </>
      )}
    </Show>
  )
}
