import { createSignal, onCleanup } from 'solid-js'
import type { Accessor } from 'solid-js'

/** Whether the browser sees a network; a hint only: it stays true when the network leads nowhere. */
export function createOnline(): Accessor<boolean> {
  const [online, setOnline] = createSignal(navigator.onLine)
  const look = () => setOnline(navigator.onLine)
  addEventListener('online', look)
  addEventListener('offline', look)
  onCleanup(() => {
    removeEventListener('online', look)
    removeEventListener('offline', look)
  })
  return online
}
