import { batch, createContext, createEffect, createMemo, createSignal, useContext } from 'solid-js'
import type { Accessor, ParentProps } from 'solid-js'
import { readSetting, writeSetting } from '../theme/remembered.ts'
import { createFormats } from './format.ts'
import type { Formats } from './format.ts'
import { LANGUAGES, chooseLanguage, regionOf } from './language.ts'
import type { Language } from './language.ts'
import { translator } from './translate.ts'
import type { Dict, Translate } from './translate.ts'

export interface Spoken {
  readonly language: Language
  readonly dictionary: Dict
}

interface Text {
  readonly t: Translate
  readonly format: Accessor<Formats>
  readonly language: Accessor<Language>
  readonly speak: (language: Language) => Promise<void>
}

const TextContext = createContext<Text>()

const dictionaryOf = async (language: Language): Promise<Dict> =>
  language === 'es' ? (await import('./es.ts')).es : (await import('./en.ts')).en

/** Language and dictionary to start with; await it before the first render. */
export async function loadText(language?: Language): Promise<Spoken> {
  const chosen = language ?? chooseLanguage(readSetting('ventas.language', LANGUAGES), navigator.languages)
  return { language: chosen, dictionary: await dictionaryOf(chosen) }
}

/** Gives texts and formats to all below; `start` comes from `loadText()`. */
export function TextProvider(props: ParentProps<{ readonly start: Spoken }>) {
  const [spoken, setSpoken] = createSignal(props.start)
  const language = () => spoken().language
  const format = createMemo(() => createFormats(regionOf(language(), navigator.languages)))
  createEffect(() => (document.documentElement.lang = language()))
  const speak = async (next: Language) => {
    const dictionary = await dictionaryOf(next)
    writeSetting('ventas.language', next)
    batch(() => setSpoken({ language: next, dictionary }))
  }
  const text = { t: translator(() => spoken().dictionary), format, language, speak }
  return <TextContext.Provider value={text}>{props.children}</TextContext.Provider>
}

const useTextContext = (): Text => {
  const text = useContext(TextContext)
  if (!text) throw new Error('useText needs a TextProvider above it')
  return text
}

/** `t('area.key', params)` in the language in force. */
export const useText = (): Translate => useTextContext().t

/** Formats of the region in force, to be called as `format().money(…)`, so that a change of language redraws. */
export const useFormat = (): Accessor<Formats> => useTextContext().format

/** Language in force and the way to change it. */
export const useLanguage = (): Pick<Text, 'language' | 'speak'> => useTextContext()
