/** Names of what lies in a folder of the browser's own file system. */
export async function entryNames(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = []
  for await (const name of folder.keys()) names.push(name)
  return names
}
