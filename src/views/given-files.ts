import { createSignal } from 'solid-js'

const [given, setGiven] = createSignal<readonly File[]>([])

/** Files that came from outside the data page: dropped anywhere, opened or shared by the operating system. */
export const givenFiles = given

/** Hands files to the data page, which takes them as soon as it is shown. */
export const giveFiles = (files: readonly File[]): void => void setGiven(files)

/** The files that wait, once. */
export function takeGivenFiles(): readonly File[] {
  const files = given()
  if (files.length > 0) setGiven([])
  return files
}

const [workspaceFile, setWorkspaceFile] = createSignal<File>()

/** Whether a file is a workspace of Ventas, by its name; its content is looked at when it is opened. */
export const isWorkspaceFile = (file: File): boolean => /\.ventas$/i.test(file.name)

/** A workspace file that came from outside the settings, which open it as soon as they are shown. */
export const givenWorkspaceFile = workspaceFile

/** Hands a workspace file to the settings; undefined: it was taken. */
export const giveWorkspaceFile = (file: File | undefined): void => void setWorkspaceFile(file)

const [ratesFile, setRatesFile] = createSignal<File>()
const RATES_BYTES = 2_000_000

/** Whether a file is a table of exchange rates, by its text. */
export const isRatesFile = async (file: File): Promise<boolean> =>
  /\.(csv|tsv|txt)$/i.test(file.name) &&
  file.size <= RATES_BYTES &&
  (await import('../model/rates-file.ts')).isRatesText(await file.text())

/** A file of rates that came from outside the settings, which read it as soon as they are shown. */
export const givenRatesFile = ratesFile

/** Hands a file of rates to the settings; undefined: it was taken. */
export const giveRatesFile = (file: File | undefined): void => void setRatesFile(file)
