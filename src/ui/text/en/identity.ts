import { plural } from '../plural.ts'
import type { Dict } from '../translate.ts'

const count = plural('en')
const orders = (n: number) => count(n, { one: '# order', other: '# orders' })
const customers = (n: number) => count(n, { one: '# customer', other: '# customers' })

export const identity: Dict['identity'] = {
  title: 'Who is the same customer',
  hint: 'Orders with the same e-mail are of the same person, those of guests too. Without an e-mail the phone decides, and without that the id that the platform gives. What you merged by hand always stands.',
  kinds: 'What your customers are known by',
  email: 'by e-mail',
  phone: 'by phone',
  platform_id: 'by the id of the platform',
  hand: 'put in by hand',
  nobody: 'without anything to go by: they have no customer',
  kind: (p) => `${customers(p.customers)} ${p.by}, ${orders(p.orders)}`,
  kindNobody: (p) => `${orders(p.orders)} ${p.by}`,
  by_phone: 'Without an e-mail, go by the phone',
  by_platform_id: 'Without e-mail and phone, go by the id of the platform',
  fold_tags: 'ana+shop@x.com is ana@x.com',
  join_phones: 'Different e-mails with the same phone are the same person',
  merged: (p) =>
    count(p.n, {
      one: '# customer becomes another that you have.',
      other: '# customers become others that you have.',
    }),
  dropped: (p) =>
    count(p.n, {
      one: '# customer is one no more: the orders are left without a customer.',
      other: '# customers are none any more: their orders are left without a customer.',
    }),
  nothing: 'It joins and drops nobody of those that were imported.',
  example: '{identity} will be {becomes}',
  apply: 'Tell them apart like this',
  keep: 'Leave it as it was',
  applied: 'Customers are told apart in another way',
}
