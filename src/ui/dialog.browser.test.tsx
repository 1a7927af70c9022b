import { Suspense, createResource, createSignal } from 'solid-js'
import { screen } from '@solidjs/testing-library'
import { expect, it, vi } from 'vitest'
import { renderPart } from '../../tests/render-part.tsx'
import { Dialog } from './dialog.tsx'

const sheet = () => screen.getByRole<HTMLDialogElement>('dialog')

it('stays where its owner does not let it go, though the browser closes it on Escape', async () => {
  const asked = vi.fn()
  const [open, setOpen] = createSignal(true)
  await renderPart(() => (
    <Dialog open={open()} onClose={asked} title="The key">
      shown once
    </Dialog>
  ))
  // What Escape comes to.
  sheet().close()
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce())
  expect(sheet().open).toBe(true)
  setOpen(false)
  expect(screen.queryByText('shown once')).toBeNull()
})

it('what it waits for takes neither the page nor itself off the screen', async () => {
  const [open, setOpen] = createSignal(false)
  let answer!: (text: string) => void
  const Waiting = () => {
    const [text] = createResource(() => new Promise<string>((resolve) => (answer = resolve)))
    return <p>{text()}</p>
  }
  await renderPart(() => (
    <Suspense fallback="the page waits">
      <p>the page</p>
      <Dialog open={open()} onClose={() => setOpen(false)} title="Doubles">
        <Waiting />
      </Dialog>
    </Suspense>
  ))
  setOpen(true)
  expect(screen.queryByText('the page waits')).toBeNull()
  expect(sheet().open).toBe(true)
  answer('Ana Ruiz')
  await vi.waitFor(() => expect(screen.getByText('Ana Ruiz')).toBeTruthy())
  expect(screen.getByText('the page').isConnected).toBe(true)
})
