import type { Dict } from '../translate.ts'

export const dashboard: Dict['dashboard'] = {
  title: 'Summary',
  subtitle: 'How the shop is doing, and what to do about it',
}
