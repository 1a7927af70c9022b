import { useNavigate } from '@solidjs/router'
import { onMount } from 'solid-js'
import { makeFileDrop } from '../ui/file-drop.tsx'
import { giveFiles, giveWorkspaceFile, isWorkspaceFile } from '../views/given-files.ts'
import { onLaunchedFiles } from './launched-files.ts'

/** Takes files that are dropped anywhere, opened with the app or shared with it, to the data page; a workspace file to the settings. */
export function FilesFromOutside() {
  const navigate = useNavigate()
  const take = (files: readonly File[], path = '/data') => {
    const workspace = files.find(isWorkspaceFile)
    if (workspace) {
      giveWorkspaceFile(workspace)
      return navigate('/settings')
    }
    if (files.length > 0) giveFiles(files)
    navigate(files.length > 0 ? '/data' : path)
  }
  onMount(() => {
    makeFileDrop(window, { onFiles: (files) => files.length > 0 && take(files) })
    void onLaunchedFiles(take)
  })
  return null
}
