import { plural } from '../plural.ts'
import type { Dict } from '../translate.ts'

const count = plural('en')
const days = (n: number) => count(n, { one: '# day', other: '# days' })

export const forecast: Dict['forecast'] = {
  title: 'Forecast',
  subtitle: 'Sales of the coming days, with how far they may be off',
  target: 'What to forecast',
  net_sales: 'Net sales',
  orders: 'Orders',
  units: 'Units',
  horizon: 'How many days',
  otherDays: 'Days, 1 to 365',
  daysLeft: 'It must be 1 to 365.',
  days: (p) => days(p.n),
  model: 'Model',
  auto: 'Choose the best',
  make: (p) => `Forecast ${days(p.n)}`,
  again: 'Train again',
  emptyTitle: 'A forecast needs your orders first.',
  importFiles: 'Import files',
  noneTitle: (p) => `There is no forecast of ${p.what.toLowerCase()} for ${days(p.n)} yet.`,
  noneDetail:
    'Several models are tried on days they have not seen, and the one that misses least is used. It runs on this device and usually takes less than a minute.',
  job: (p) => `Forecast: ${p.what.toLowerCase()}, ${days(p.n)}`,
  staysUsable: 'You can go on using Ventas meanwhile.',
  phase_start: 'Reading the history',
  phase_model: 'Trying: {model}',
  tooLittleTitle: 'There are not enough days for a forecast yet.',
  tooLittleDetail: (p) =>
    `There are ${days(p.steps)} with sales that are over, and at least ${days(p.needed)} are needed. Import more history.`,
  cancelled: 'Forecast cancelled',
  cancelledDetail: 'Nothing was kept.',
  madeOn: 'Made on {at}, from data of {from} to {to} ({days}).',
  changed: 'The data have changed since.',
  changedDetail: 'This forecast is from before the last change. Train again to take it in.',
  dataEnd:
    'Your data end on {to}, so the forecast starts on the day after. Import newer files to forecast from today.',
  shortHistory: (p) =>
    `In ${days(p.days)} of history no month has been seen twice: the rhythm of the year cannot be learnt yet.`,
  tooNarrow:
    'In the tests only {real} of the days fell inside their 80% interval. The intervals shown here take those misses in, but treat them with care.',
  expected: '{what}, {period}',
  edges: '{low} to {high} if every day landed on the edge of its {level}% interval.',
  perDay: 'About {value} a day.',
  lastYear: '{period}: {value}',
  noLastYear: 'There are no data of the same days last year.',
  why: 'Why this model',
  chosen: 'Chosen: {model}',
  reason_BEST_ON_VALIDATION:
    'On the test days that it was chosen by, its error was {ratio} times that of the simple rule ({error} against {simple}).',
  reason_BEST_ALONE: 'It missed least on the test days that it was chosen by.',
  reason_SIMPLE_RULE_WINS:
    'No model missed less than the simple rule “the same as a week ago” on the test days (error {error}), so the simple rule is used.',
  reason_ASKED_FOR: 'You asked for it.',
  reason_TOO_LITTLE_DATA: (p) =>
    `There are ${days(p.steps)}; models can be compared from ${days(p.needed)} on. Until then the median of the last same weekdays is used: ${days(Math.max(0, p.needed - p.steps))} to go.`,
  reason_CONSTANT: 'All days have the same value, so the forecast is that value.',
  accuracy: (p) =>
    `After that, in ${count(p.tests, { one: 'one separate test', other: '# separate tests' })} of ${days(p.horizon)} that it had not seen, it was off by ${p.mae} a day on average.`,
  covered: '{real} of those days fell inside their 80% interval and {real95} inside the 95% one.',
  members: 'Made of: {names}.',
  chartTitle: '{what}: history and forecast, {period}',
  chartUnit: '{unit} per day. Shaded: 80% and 95% intervals.',
  unitCount: 'Number',
  history: 'History',
  forecast: 'Forecast',
  leaderboard: 'Models compared on days they had not seen',
  leaderboardNote: (p) =>
    `Means of ${count(p.tests, { one: '# test', other: '# tests' })} of ${days(p.horizon)}. The model was chosen by earlier tests, so that these have no say in the choice.`,
  against: 'vs simple rule',
  mase: 'MASE',
  smape: 'sMAPE',
  rmse: 'RMSE',
  coverage80: 'Inside 80%',
  coverage95: 'Inside 95%',
  seconds: 'Seconds',
  inUse: 'in use',
  columnsMean: 'What each column says',
  againstMean:
    'Its error divided by that of “the same as a week ago”: 1.00 is the same; 0.80 is 20% less error.',
  maseMean:
    'Mean error per day, measured in how much your sales usually change from one week to the next. Below 1 is better than that habit.',
  smapeMean: 'Mean error in per cent of the day’s sales; days with few sales raise it a lot.',
  rmseMean: 'Typical error per day, in the unit of the forecast; it punishes large misses.',
  coverageMean:
    'How many test days fell inside the interval. Honest is when it comes close to its name: 80% and 95%.',
  secondsMean: 'How long it took on this device.',
  model_seasonal_naive: 'Same as a week ago (simple rule)',
  model_weekday_median: 'Median of the last same weekdays',
  model_ets: 'Exponential smoothing (ETS)',
  model_theta: 'Theta',
  model_harmonic: 'Regression with waves of year and week',
  model_linear_regression: 'Linear regression',
  model_random_forest: 'Random forest',
  model_gradient_boosting: 'Gradient boosting',
  model_neural: 'Neural network',
  model_ensemble: 'Median of the best models',
  daysTable: 'Day by day',
  day: 'Day',
  weekday: 'Weekday',
  expectedDay: 'Expected',
  low: '{level}% from',
  high: '{level}% to',
  totalDays: (p) => `Total of ${days(p.n)}`,
}
