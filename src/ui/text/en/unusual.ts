import { plural } from '../plural.ts'
import type { Dict } from '../translate.ts'

const count = plural('en')

export const unusual: Dict['unusual'] = {
  title: 'What stands out in your data',
  hint: 'This is seen in the history; the models treat it as is said here.',
  spike: '{at}: {value}, where {usual} would be usual.',
  dip: '{at}: only {value}, where {usual} would be usual.',
  spikeDone: 'Models see these cut back, so that what happened once is not taken for a habit.',
  gap: '{at}: nothing sold ({span}). Models see the usual there, not zeros. If the shop was not closed, look whether data are missing.',
  ended: 'Since {at} nothing was sold ({span}): it is left as it is.',
  level_shift:
    'Around {at} the level changed and stayed: from about {usual} to about {value} a {each}. Models that follow the latest level count for more.',
  more: (p) =>
    count(p.n, { one: 'And # more that stands out less.', other: 'And # more that stand out less.' }),
  pastGap: 'Mind that {span} of that period had no sale at all.',
  sameBefore: 'Same as the time before (simple rule)',
  untested: 'With so little history there are no tests: this is a rough guess from how much your data vary.',
  r2: 'R²',
  r2Mean:
    'How much of the movement of the test days was met: 1 is all of it, 0 is no better than always saying their mean, below 0 is worse than that.',
}
