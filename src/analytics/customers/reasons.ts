import type { Judged, Limits, SegmentName } from './segment-rule.ts'

/** A statement as code and numbers: English for nobody, words on screen. */
export interface Words {
  code: string
  params: Record<string, number | string>
}

const say = (code: string, params: Record<string, number | string> = {}): Words => ({ code, params })

/** Why a customer is where it is: the facts that the rule looked at, those that decided first. `spent` in major units. */
export function segmentReasons(segment: SegmentName, who: Judged, limits: Limits, spent: number): Words[] {
  const first = say('FIRST_ORDER_AGO', { days: who.sinceFirst, new_days: limits.newDays })
  const last = say('LAST_ORDER_AGO', { days: who.sinceLast, quiet_days: limits.quietDays, score: who.r })
  const orders = say('ORDERS', { orders: who.orders, score: who.f })
  const spend = say('SPENT', { net_sales: spent, score: who.m })
  if (segment === 'new') return [first, orders, spend]
  if (segment === 'at_risk' || segment === 'inactive') return [last, orders, spend]
  return segment === 'vip' ? [spend, orders, last] : [orders, spend, last]
}

const ACTIONS: Readonly<Record<SegmentName, readonly string[]>> = {
  vip: ['THANK_PERSONALLY', 'EARLY_ACCESS', 'ASK_TO_RECOMMEND', 'NO_BLANKET_DISCOUNT'],
  frequent: ['RAISE_BASKET', 'LOYALTY_STEP', 'ASK_FOR_REVIEW'],
  occasional: ['REMIND_BY_RHYTHM', 'SHOW_RELATED', 'SECOND_CATEGORY'],
  new: ['WELCOME_SERIES', 'SECOND_ORDER_OFFER', 'EXPLAIN_PRODUCT'],
  at_risk: ['WIN_BACK_NOW', 'ASK_WHAT_WENT_WRONG', 'PERSONAL_OFFER'],
  inactive: ['LAST_CALL', 'LOWER_MAIL_RATE', 'LEARN_FROM_FIRST_PRODUCT'],
}

/** What to do for a segment, most useful first. */
export const segmentActions = (segment: SegmentName): Words[] => ACTIONS[segment].map((code) => say(code))
