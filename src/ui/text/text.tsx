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

const frameOf = async (language: Language) =>
  language === 'es' ? (await import('./es-frame.ts')).esFrame : (await import('./en-frame.ts')).enFrame

/** Language and all its texts. */
export async function loadText(
  language: Language = chooseLanguage(readSetting('ventas.language', LANGUAGES), navigator.languages),
): Promise<Spoken> {
  return { language, dictionary: await dictionaryOf(language) }
}

/** Language and the texts of the first picture, to be awaited before the first render; the others follow it. */
export async function loadFrameText(): Promise<Spoken> {
  const language = chooseLanguage(readSetting('ventas.language', LANGUAGES), navigator.languages)
  return { language, dictionary: (await frameOf(language)) as Dict }
}

interface TextProps extends ParentProps {
  readonly start: Spoken
  /** All texts of that language, where `start` has those of the frame alone; what shows others waits for it. */
  readonly whole?: Promise<Spoken>
}

/** Gives texts and formats to all below. */
export function TextProvider(props: TextProps) {
  const [spoken, setSpoken] = createSignal(props.start)
  void props.whole?.then(
    (whole) => setSpoken((now) => (now === props.start ? whole : now)),
    () => undefined,
  )
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
