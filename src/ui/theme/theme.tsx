import { createContext, createEffect, createMemo, createSignal, onCleanup, useContext } from 'solid-js'
import type { Accessor, ParentProps } from 'solid-js'
import { readSetting, writeSetting } from './remembered.ts'

export type ThemeChoice = 'light' | 'dark' | 'system'

interface Theme {
  /** What the person chose. */
  readonly choice: Accessor<ThemeChoice>
  /** What is seen: `system` resolved by the device. */
  readonly shown: Accessor<'light' | 'dark'>
  readonly choose: (choice: ThemeChoice) => void
}

const ThemeContext = createContext<Theme>()
const CHOICES: readonly ThemeChoice[] = ['light', 'dark', 'system']

const systemIsDark = () => {
  const media = matchMedia('(prefers-color-scheme: dark)')
  const [dark, setDark] = createSignal(media.matches)
  const follow = () => setDark(media.matches)
  media.addEventListener('change', follow)
  onCleanup(() => media.removeEventListener('change', follow))
  return dark
}

/** Keeps the theme on the html element and in localStorage. */
export function ThemeProvider(props: ParentProps) {
  const [choice, setChoice] = createSignal<ThemeChoice>(readSetting('ventas.theme', CHOICES) ?? 'system')
  const dark = systemIsDark()
  const shown = createMemo(() => {
    const chosen = choice()
    if (chosen !== 'system') return chosen
    return dark() ? 'dark' : 'light'
  })
  createEffect(() => {
    const chosen = choice()
    if (chosen === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = chosen
  })
  const choose = (next: ThemeChoice) => {
    writeSetting('ventas.theme', next)
    setChoice(next)
  }
  return <ThemeContext.Provider value={{ choice, shown, choose }}>{props.children}</ThemeContext.Provider>
}

/** Theme in force; outside a provider it is a bug. */
export function useTheme(): Theme {
  const theme = useContext(ThemeContext)
  if (!theme) throw new Error('useTheme needs a ThemeProvider above it')
  return theme
}
