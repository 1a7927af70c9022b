import type { Dict } from '../translate.ts'

export const clusters: Dict['clusters'] = {
  title: 'Groups that the data form by themselves',
  hint: 'K-Means puts customers together who are alike, and each group gets the name of the segment that is true of it. Compare it with the rule.',
  find: 'Find groups',
  group: 'Group',
  groups: 'The typical (median) customer of each group',
  silhouette: 'Silhouette',
  silhouetteHint:
    'From −1 to 1: how far apart the groups are, measured on the axes on which they were sought ({share} of what tells customers apart). On all five features: {all}. With data of purchases 0.3 to 0.5 is usual.',
  stability: 'Stability',
  stabilityHint: 'Agreement between {n} tries with other chance; 1 is always the same groups.',
  agreement: 'Agrees with the rule',
  agreementHint: 'Customers whom both call the same.',
  against: 'Group (rows) against the rule (columns)',
  scan: 'Silhouette by number of groups',
  byRule: 'There are too few customers to form groups: the segments by rule hold.',
  how: 'Recency, orders, sales, tenure and gap are compared, in logarithms and on one scale; what two of them say alike counts once (principal components). Several numbers of groups and several starts are tried. A customer whose group has a name that is not true of them (such as “new” without being so) is given the next nearest group, so that names mean what they say.',
}
