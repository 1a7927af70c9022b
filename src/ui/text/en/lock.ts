import type { Dict } from '../translate.ts'

export const lock: Dict['lock'] = {
  title: 'Passphrase and lock',
  hint: 'Keeps the data of this workspace encrypted on this device.',
  protects:
    'It protects from whoever uses this computer or takes its disk while Ventas is locked: without the passphrase nothing of your sales and customers can be read.',
  protectsNot:
    'It does not protect from malware, from browser extensions with access to the page, or from somebody who looks at the screen while it is unlocked. Nor does it encrypt files that you export, which have a password of their own, or the original files of the shop. The name of the workspace, how many rows there are and the dates of imports stay visible.',
  off: 'This workspace has no passphrase: whoever uses this browser profile can see it.',
  on: 'This workspace is encrypted with a passphrase.',
  set: 'Set a passphrase…',
  change: 'Change the passphrase…',
  remove: 'Take the passphrase away…',
  lockNow: 'Lock now',
  auto: 'Lock when I do not use it for',
  auto_0: 'Never',
  auto_5: '5 minutes',
  auto_15: '15 minutes',
  auto_60: '1 hour',
  // dialogs
  setTitle: 'Set a passphrase',
  setWhat: 'All data of this workspace will be stored again, encrypted. It may take a few seconds.',
  changeTitle: 'Change the passphrase',
  changeWhat: 'The recovery key stays the same. To have another, take the passphrase away and set it again.',
  removeTitle: 'Take the passphrase away',
  removeWhat:
    'The data will be stored again, not encrypted, and whoever uses this browser profile can see them. The recovery key and the passkey no longer open anything.',
  passphrase: 'New passphrase',
  passphraseHint: 'Best are four or five words that have nothing to do with each other.',
  tooWeak: 'Too easy to guess: make it longer to be able to save it.',
  repeat: 'Type it again',
  differs: 'It is not the same as above.',
  current: 'Present passphrase or recovery key',
  save: 'Save',
  changed: 'Passphrase changed',
  removed: 'Passphrase taken away',
  // recovery key
  recoveryTitle: 'Write down your recovery key',
  recoveryWhat:
    'If you forget the passphrase, only this key opens your data. It is stored nowhere and will not be shown again: print it, write it on paper, or keep it in your password manager.',
  recoveryPaper:
    'It opens this workspace when its passphrase is forgotten: type it in its place, with or without hyphens. Keep this sheet away from the computer; whoever has it can read the data.',
  copyKey: 'Copy',
  keyCopied: 'Copied',
  recoveryOf: 'Ventas: recovery key of “{name}”, {when}',
  print: 'Print',
  written: 'I have written it down in a safe place',
  done: 'Done',
  // lock screen
  lockedTitle: '“{name}” is locked',
  lockedWhat: 'Type its passphrase to open it. The recovery key does as well.',
  secret: 'Passphrase',
  unlock: 'Unlock',
  wrong: 'That is not it. Try again.',
  byRecovery: 'Opened with the recovery key',
  byRecoveryDo: 'If you have forgotten the passphrase, set a new one now. The key still holds.',
  byRecoveryGo: 'Set a new one',
  forgotten:
    'Forgotten? Use the recovery key that you wrote down when you set it. Without either of them nobody can get the data back: your exported copy is left, or the files of the shop.',
  elsewhere: 'Open an exported file or another workspace',
  passkey: 'Add a passkey…',
  noPasskey: 'Take the passkey away…',
  passkeyTitle: 'Open it with a passkey',
  passkeyWhat:
    'Fingerprint, face or security key will open this workspace, too. The passphrase and the recovery key stay: a passkey can be lost.',
  noPasskeyTitle: 'Take the passkey away',
  noPasskeyWhat: 'Only the passphrase and the recovery key will open this workspace.',
  passkeyAdded: 'The passkey opens this workspace now',
  passkeyGone: 'Passkey taken away',
  passkeyNone:
    'The passkey did not answer, or it is of a kind that does not do here (no PRF). Use the passphrase.',
  byPasskey: 'Use the passkey',
}
