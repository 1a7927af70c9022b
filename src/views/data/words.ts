import type { Progress } from '../../model/progress.ts'
import type { Translate, TextKey } from '../../ui/text/translate.ts'

/** What a code of a warning, refusal or question means and what to do; a code without words of its own is shown as it is. */
export function wordsOf(t: Translate, code: string): { readonly what: string; readonly todo: string } {
  const key = `codes.${code}` as 'codes.OTHER'
  const known = t(key) !== key
  return {
    what: known ? t(key) : t('codes.OTHER', { code }),
    todo: t(known ? (`${key}.do` as 'codes.OTHER.do') : 'codes.OTHER.do'),
  }
}

/** Text of a key made from data, or of `other` when there is none. */
export function textOr(t: Translate, key: string, other: TextKey): string {
  const text = t(key as 'import.phase_other')
  return text === key ? t(other as 'import.phase_other') : text
}

/** What long work does now. */
export const phaseOf = (t: Translate, { phase }: Progress): string =>
  textOr(t, `import.phase_${phase}`, 'import.phase_other')

/** "orders.csv and 2 more". */
export function fileNames(t: Translate, files: readonly { readonly name: string }[]): string {
  const name = files[0]?.name ?? ''
  return files.length > 1 ? t('import.otherFiles', { name, n: files.length - 1 }) : name
}
