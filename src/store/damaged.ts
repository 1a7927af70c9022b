/** What was saved is not there any more, or not as it was saved: the browser's files are damaged. */
export class DamagedStore extends Error {
  override name = 'DamagedStore'
}
