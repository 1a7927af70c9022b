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
