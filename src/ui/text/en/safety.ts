import { plural } from '../plural.ts'
import type { Dict } from '../translate.ts'

const count = plural('en')

export const safety: Dict['safety'] = {
  deletedElsewhere: '“{name}” was deleted in another tab',
  deletedElsewhereDetail: 'This tab goes on with another workspace.',
  evicted: 'The browser has removed what was stored',
  evictedDetail: 'It ran short of space. Reload: Ventas says what is missing, and how to get it back.',
  newerElsewhere: 'A newer version of Ventas is open',
  newerElsewhereDetail: 'Reload this tab, so that it writes nothing with the old version.',
  newerData: 'These data were made by a newer version of Ventas',
  newerDataDetail: 'Nothing was opened, so that nothing is harmed. Reload to use the new version.',
  storeBroken: 'The browser cannot open what it has stored',
  storeBrokenDetail:
    'Its files are damaged. Close the browser wholly and open it again. If it stays so, clear the data of this site in its settings and open your exported copy, or import the files of the shop again.',
  storeDenied: 'The browser lets this page keep nothing',
  storeDeniedDetail:
    'Cookies and site data are blocked, so your shop could not be stored. Allow them for this address in the settings of the browser, then try again. Nothing is sent anywhere by that.',
  reload: 'Reload',
  lostTitle: 'Data that were saved are missing',
  lostWhy:
    'The browser has lost them: that happens when its files are damaged, the disk is full, or something clears the data of this site. You did nothing wrong.',
  lostOpen: '“{name}”: {rows} lines were saved and are not there.',
  lostDamaged: '“{name}”: its files are damaged.',
  lostVanished: '“{name}” has vanished, with {rows} lines.',
  lostNoName: 'A workspace has vanished, with {rows} lines. Its name went with it.',
  lostCopy: 'There is a rescue copy of {when}, with {rows} lines.',
  lostNoCopy:
    'There is no rescue copy in this browser. If the disk is full, make room on it first; then open an exported file, or import the files of the shop again.',
  lostRestore: 'Bring back the rescue copy',
  lostFile: 'Open an exported file',
  lostImport: 'Import the files of the shop again',
  lostForget: 'Give it up…',
  lostForgetTitle: 'Give “{name}” up?',
  lostForgetWhat:
    'Its rescue copies, which can bring it back now, are deleted. This cannot be undone: after it there is only an exported file, or the files of the shop.',
  lostForgetDo: 'Delete the copies',
  lostForgetHint: 'Deletes its rescue copies, too.',
  lostForgetNone: 'This notice goes; nothing else is deleted.',
  lostRestored: 'Data brought back',
  lostRestoredDetail: 'You have {rows} lines again. What was there just before is in another rescue copy.',
  // settings: copies
  copies: 'Rescue copies and exported copy',
  copiesWhat:
    'After every 15 minutes of change Ventas keeps a copy in another place of the browser: the last 3 of today and one a day, 10 at most. It helps when the database is damaged; it does not help when the data of this site are cleared or the computer is lost.',
  copiesNone: 'There is no rescue copy yet: the first is made shortly after an import.',
  copyRows: (p) =>
    `${count(p.rows, { one: '# line', other: '# lines' })}, ${count(p.imports, { one: '# import', other: '# imports' })}`,
  copyReason_change: 'by itself',
  copyReason_migration: 'before an update of the schema',
  copyReason_restore: 'before going back to another copy',
  copyReason_asked: 'made by you',
  copyReason_merge: 'before a file was merged',
  copyReason_erasure: 'after a person was erased',
  copyNow: 'Make a copy now',
  noRescuePlace: 'This window has no place for rescue copies',
  noRescuePlaceDo: 'That is so in private windows. Export a copy to a file.',
  copyMade: 'Rescue copy made',
  copyRestore: 'Go back to this',
  copyRestoreNamed: 'Go back to the copy of {when}',
  copyRestoreTitle: 'Go back to the copy of {when}?',
  copyRestoreWhat:
    'The whole workspace becomes as it was then. What is there now is copied first, so you can undo it.',
  exported: 'Exported copy',
  exportedAge: (p) =>
    p.count === 0 ? 'Of today.' : count(p.count, { one: '# day old.', other: '# days old.' }),
  exportedNever: 'You have never exported a copy.',
  exportedDue:
    'There are changes of more than a week that are in this browser only. Export a copy and keep it somewhere else.',
  exportedFirst: 'Save one outside this browser: nothing else outlives the clearing of its data.',
  exportedFine: 'No old change is missing from it.',
  remindTitle: 'It is time to export a copy',
  remindGo: 'Export a copy',
  safariTitle: 'Safari may delete these data',
  safari:
    'Safari deletes what a site has saved when you use the browser for 7 days without visiting it. To prevent that, install Ventas (Share → Add to Home Screen, or to the Dock) or export a copy every week.',
  // settings: history
  history: 'Change history',
  historyWhat:
    'What was done and when, each entry chained to the one before. It shows damage and casual edits; it is no proof: whoever holds the data could rewrite it all. When a report is printed, the head of the chain stands at its foot: a history that was rewritten later no longer fits that paper.',
  historyIntact: (p) => `The chain is whole: ${count(p.n, { one: '# entry', other: '# entries' })}.`,
  historyWarning: 'The change history does not hold',
  historyWarningDo:
    'Entries of what was done here are missing, or somebody has changed them. Your sales are checked apart: if anything of them were missing, it would be told.',
  historyGo: 'See the history',
  historyBrokenDo:
    'If somebody else uses this computer, compare your data with an exported copy (“Open a file…”, “Compare”) and set a passphrase. If the computer went off suddenly, knowing it is mostly enough.',
  historyMissing: 'Before entry {at}, entries are missing up to number {upTo}.',
  historyBroken: 'Entry {at} is not as it was written.',
  historyCut: (p) =>
    `${count(p.n, { one: 'The last entry is missing', other: 'The last # entries are missing' })}: the browser stopped before it was on the disk, or it was removed. The data are checked apart from this.`,
  historyHead: 'Head of the chain',
  printedHead: (p) =>
    `change history read on ${p.when}, ${count(p.n, { one: '# entry', other: '# entries' })}; its head:`,
  historyNone: 'There are no entries yet.',
  historyMore: 'Show the last entries',
  history_import: 'Import',
  history_take_back: 'Import taken back',
  history_edit: 'Edit',
  history_training: 'Training',
  history_export: 'Export',
  history_lock: 'Lock',
  history_erasure: 'Person erased',
  history_retention: 'Retention rule',
  history_restore: 'Back to a copy',
  history_settings: 'Settings',
  history_person: 'data of a person',
  history_merge: 'a file was merged',
  history_people: (p) => count(p.count, { one: '# person', other: '# people' }),
  historyRows: '{rows} lines',
  // settings: people
  people: 'Personal data',
  peopleWhat:
    'For a customer who asks for their data or to be erased. Totals do not change: who they are goes, what was sold stays.',
  person: 'E-mail, phone, customer number or whole name',
  personFind: 'Find',
  personLast: 'last order: {day}',
  personNever: 'no orders',
  personMany: 'Only the first 20 are shown. Search by e-mail or phone.',
  personNone: 'There is nobody with that.',
  personJson: 'All that is held, as JSON',
  personCsv: 'All that is held, as CSV',
  personErase: 'Erase this person',
  personEraseTitle: 'Erase {name}?',
  personEraseWhat:
    'Their name, e-mail, phone and what models keep of them go, from the rescue copies too. Should they come again in a file, they are taken out of it. Files that you have exported do not change.',
  personEraseCheck: 'I understand that this cannot be undone',
  personErased: 'Person erased',
  personErasedDetail:
    'The totals are the same as before. The last old files go from the disk when Ventas is opened the next time.',
  retention: 'Who has stopped buying',
  retentionWhat:
    'Erases at once who the people are who have not ordered for so many months; their sales stay in the totals. You see first how many are affected.',
  retentionMonths: 'Months since their last order',
  retentionPreview: 'See how many are affected',
  retentionOf: (p) =>
    count(p.count, {
      one: `# person has ordered nothing since ${p.day}.`,
      other: `# people have ordered nothing since ${p.day}.`,
    }),
  retentionOld:
    'Mind: your data end on {last}. What they ordered later is not known here. Import the missing orders first, or you erase people who still buy, too.',
  retentionApply: 'Erase them…',
  retentionTitle: (p) => count(p.count, { one: 'Erase # person?', other: 'Erase # people?' }),
  retentionEraseWhat:
    'Their names, e-mails, phones and what models keep of them go, from the rescue copies too. Should they come again in a file, they are taken out of it. Files that you have exported do not change.',
  retentionDo: 'Erase them',
  retentionMonthsBad: 'Between 1 and 600 months.',
  retentionDone: (p) => count(p.count, { one: '# person erased', other: '# people erased' }),
}
