import { createSignal } from 'solid-js'
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
