import type { Dict } from '../translate.ts'

export const safety: Dict['safety'] = {
  deletedElsewhere: '“{name}” was deleted in another tab',
  deletedElsewhereDetail: 'This tab goes on with another workspace.',
  newerElsewhere: 'A newer version of Ventas is open',
  newerElsewhereDetail: 'Reload this tab, so that it writes nothing with the old version.',
  newerData: 'These data were made by a newer version of Ventas',
  newerDataDetail: 'Nothing was opened, so that nothing is harmed. Reload to use the new version.',
  reload: 'Reload',
}
