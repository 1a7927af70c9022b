const LIMIT = 60

/** The name of a workspace as a file's name: letters, digits, dash; control characters and changes of direction go. */
export const fileStem = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, LIMIT) || 'ventas'
