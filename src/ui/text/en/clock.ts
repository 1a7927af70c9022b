import { plural } from '../plural.ts'
import type { Dict } from '../translate.ts'

const count = plural('en')
const orders = { one: '# order', other: '# orders' }

export const clock: Dict['clock'] = {
  title: 'Time zone of the shop',
  hint: 'Its clock says to which day and hour each order belongs. When you change it, days are worked out again, and you can go back.',
  zone: 'Time zone',
  instant: (p) =>
    `${count(p.n, orders)} with an exact point in time (with its difference from UTC): they change day when the zone changes.`,
  wall: (p) =>
    `${count(p.n, orders)} with the time on the shop’s clock: they stay in the day and hour that their file says.`,
  unknown: (p) =>
    `${count(p.n, orders)} of old imports, of which it is not known: they do not change. Import their files again for that.`,
  files: 'What each file says',
  stamps_instant: 'exact points in time',
  stamps_wall: 'time on the shop’s clock',
  stamps_mixed: 'some of each',
  stamps_unknown: 'not known',
  moves: (p) =>
    `${count(p.days, { one: '# order changes its day', other: '# orders change their day' })}, ${count(p.months, { one: '# of them its month', other: '# of them their month' })}.`,
  none: 'No order changes its day.',
  effect: 'Net sales of the months that change',
  month: 'Month',
  before: 'Now',
  after: 'Then',
  apply: 'Count days in {zone}',
  keep: 'Leave it as it was',
  applied: 'Days are now counted in {zone}',
  rule: 'When the clocks change, a day has 23 or 25 hours and no order is lost. A clock time that comes twice is taken as the first; one that does not exist stays where the file puts it.',
}
