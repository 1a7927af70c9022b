import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { renderPart } from '../../tests/render-part.tsx'
import { Dialog, Drawer } from './dialog.tsx'

afterEach(cleanup)

const withButton = (Part: typeof Dialog) => () => {
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Take back
      </button>
      <Part open={open()} onClose={() => setOpen(false)} title="Take the import back">
        <p>25,102 orders go.</p>
      </Part>
    </>
  )
}

test.each([
  ['dialog', Dialog],
  ['drawer', Drawer],
])('a %s opens with its name, closes, and gives focus back', async (_, Part) => {
  await renderPart(withButton(Part))
  const opener = screen.getByRole('button', { name: 'Take back' })
  opener.focus()
  fireEvent.click(opener)
  const dialog = screen.getByRole('dialog', { name: 'Take the import back' })
  expect(dialog.contains(document.activeElement)).toBe(true)
  expect(screen.getByText('25,102 orders go.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(document.activeElement).toBe(opener))
  expect(screen.queryByText('25,102 orders go.')).toBeNull()
})

test('closing by the browser (Escape) tells the owner', async () => {
  await renderPart(withButton(Dialog))
  fireEvent.click(screen.getByRole('button', { name: 'Take back' }))
  const dialog = screen.getByRole<HTMLDialogElement>('dialog')
  dialog.close()
  await waitFor(() => expect(screen.queryByText('25,102 orders go.')).toBeNull())
})
