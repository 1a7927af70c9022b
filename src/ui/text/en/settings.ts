import type { Dict } from '../translate.ts'

export const settings: Dict['settings'] = {
  title: 'Settings',
  subtitle: 'Workspace, look and copies',
}
