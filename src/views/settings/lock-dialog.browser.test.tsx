import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, it } from 'vitest'
import { renderPart } from '../../../tests/render-part.tsx'
import { type Outcome, failure, success } from '../../model/outcome.ts'
import { type Shop, ShopProvider } from '../shop.tsx'
import type { LockChange } from './lock-change.ts'
import { LockDialog } from './lock-dialog.tsx'

const GOOD = 'mesa lluvia tren verde'
const KEY = 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-4567-89AB'

type Answer = Outcome<{ readonly id: string; readonly recovery_key: string | null }>

afterEach(cleanup)

/** The dialog over a shop whose operation answers when it is told to. */
async function open(change: LockChange) {
  let answer: (given: Answer) => void = () => {}
  const shop = {
    client: { run: () => new Promise((resolve) => (answer = resolve)) },
    name: () => 'Lola',
  } as unknown as Shop
  const [shown, setShown] = createSignal<LockChange | undefined>(change)
  await renderPart(() => (
    <ShopProvider shop={shop}>
      <LockDialog id="a" change={shown()} onClose={() => setShown(undefined)} />
    </ShopProvider>
  ))
  return { shown, answer: (given: Answer) => answer(given) }
}

const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })

it('says why an easy passphrase is not taken', async () => {
  await open('set')
  type('New passphrase', 'ventas2024')
  expect(screen.getByText('Too easy to guess: make it longer to be able to save it.')).toBeTruthy()
  type('Type it again', 'ventas2024')
  expect(button('Save').disabled).toBe(true)
})

it('can be closed neither while it writes nor while the recovery key is shown: it is shown once', async () => {
  const { shown, answer } = await open('set')
  type('New passphrase', GOOD)
  type('Type it again', GOOD)
  fireEvent.click(button('Save'))
  await waitFor(() => expect(button('Cancel').disabled).toBe(true))
  expect(screen.queryByRole('button', { name: 'Close' })).toBeNull()
  fireEvent.click(screen.getByRole('dialog'))
  expect(shown()).toBe('set')
  answer(success({ id: 'a', recovery_key: KEY }))
  await waitFor(() => expect(screen.getByText(KEY)).toBeTruthy())
  fireEvent.click(screen.getByRole('dialog'))
  expect(shown()).toBe('set')
  expect(button('Done').disabled).toBe(true)
  fireEvent.click(screen.getByRole('checkbox'))
  fireEvent.click(button('Done'))
  expect(shown()).toBeUndefined()
})

it('tells a wrong passphrase at its field, in words of a passphrase and not of a file', async () => {
  const { answer } = await open('remove')
  expect(button('Take the passphrase away').disabled).toBe(true)
  type('Present passphrase or recovery key', 'wrong')
  fireEvent.click(button('Take the passphrase away'))
  answer(failure('WRONG_PASSWORD', 'no'))
  await waitFor(() => expect(screen.getByText('That is not it. Try again.')).toBeTruthy())
  expect(screen.getByLabelText('Present passphrase or recovery key').getAttribute('aria-invalid')).toBe(
    'true',
  )
})
