import { Menu } from '../menu.tsx'
import { Segmented } from '../segmented.tsx'
import { LANGUAGES } from '../text/language.ts'
import type { Language } from '../text/language.ts'
import { useLanguage, useText } from '../text/text.tsx'
import { useTheme } from './theme.tsx'
import type { ThemeChoice } from './theme.tsx'

/** Each language by its own name. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { es: 'Español', en: 'English' }

const THEMES = [
  { choice: 'light', text: 'frame.themeLight', icon: 'i-lucide-sun' },
  { choice: 'dark', text: 'frame.themeDark', icon: 'i-lucide-moon' },
  { choice: 'system', text: 'frame.themeSystem', icon: 'i-lucide-monitor' },
] as const satisfies readonly { choice: ThemeChoice; text: string; icon: string }[]

/** Theme as a menu, for the top line. */
export function ThemeMenu() {
  const t = useText()
  const theme = useTheme()
  const icon = () => THEMES.find((known) => known.choice === theme.choice())?.icon ?? 'i-lucide-sun'
  return (
    <Menu
      label={t('frame.theme')}
      align="end"
      items={THEMES.map((known) => ({
        label: t(known.text),
        icon: known.icon,
        checked: theme.choice() === known.choice,
        onSelect: () => theme.choose(known.choice),
      }))}
      trigger={(attributes) => (
        <button
          type="button"
          class="button-base button-quiet size-9"
          aria-label={t('frame.theme')}
          title={t('frame.theme')}
          {...attributes}
        >
          <span class={`${icon()} text-lg`} aria-hidden="true" />
        </button>
      )}
    />
  )
}

/** Language as a menu, for the top line. */
export function LanguageMenu() {
  const t = useText()
  const { language, speak } = useLanguage()
  return (
    <Menu
      label={t('frame.language')}
      align="end"
      items={LANGUAGES.map((known) => ({
        label: LANGUAGE_NAMES[known],
        checked: language() === known,
        onSelect: () => void speak(known),
      }))}
      trigger={(attributes) => (
        <button
          type="button"
          class="button-base button-quiet h-9 px-2 text-sm uppercase"
          title={t('frame.language')}
          {...attributes}
        >
          <span class="visually-hidden">{`${t('frame.language')}: ${LANGUAGE_NAMES[language()]}`}</span>
          <span aria-hidden="true">{language()}</span>
        </button>
      )}
    />
  )
}

/** Theme and language in full, for "More" on phones and for the settings. */
export function LookChoices() {
  const t = useText()
  const theme = useTheme()
  const { language, speak } = useLanguage()
  return (
    <div class="flex flex-col gap-4">
      <div class="flex flex-col items-start gap-1.5">
        <span class="label">{t('frame.theme')}</span>
        <Segmented
          label={t('frame.theme')}
          value={theme.choice()}
          choices={THEMES.map((known) => ({ value: known.choice, label: t(known.text), icon: known.icon }))}
          onChange={theme.choose}
        />
      </div>
      <div class="flex flex-col items-start gap-1.5">
        <span class="label">{t('frame.language')}</span>
        <Segmented
          label={t('frame.language')}
          value={language()}
          choices={LANGUAGES.map((known) => ({ value: known, label: LANGUAGE_NAMES[known] }))}
          onChange={(next) => void speak(next)}
        />
      </div>
    </div>
  )
}
