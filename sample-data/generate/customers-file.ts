import { type Cells, money, writeCsv } from './csv.ts'
import type { Person } from './people.ts'
import { makeRandom } from './random.ts'
import type { Shop } from './shop.ts'

/** Shopify's customer layout. */
const CUSTOMERS_HEADER =
  `Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags`.split(
    ',',
  )

const FIRST_ID = 7_210_000_000_000

type Account = { spent: number; orders: number }

/** What each person has paid and kept, and how many orders were not cancelled. */
const accountsOf = (shop: Shop): Map<number, Account> => {
  const accounts = new Map<number, Account>()
  for (const { person, total, refunded, status, cancelledAt } of shop.orders) {
    if (!person) continue
    const account = accounts.get(person.id) ?? { spent: 0, orders: 0 }
    account.spent += status === 'voided' || status === 'pending' ? 0 : total - refunded
    account.orders += cancelledAt ? 0 : 1
    accounts.set(person.id, account)
  }
  return accounts
}

const customerCells = (person: Person, id: number, { spent, orders }: Account): Cells => ({
  'Customer ID': `'${id}`,
  'First Name': person.given,
  'Last Name': person.family,
  Email: person.email,
  'Accepts Email Marketing': person.marketing ? 'yes' : 'no',
  'Default Address Address1': person.street,
  'Default Address Address2': person.door,
  'Default Address City': person.city,
  'Default Address Province Code': person.province,
  'Default Address Country Code': person.country,
  'Default Address Zip': `'${person.zip}`,
  'Accepts SMS Marketing': 'no',
  'Total Spent': money(spent),
  'Total Orders': orders,
  'Tax Exempt': 'no',
  Tags: [person.marketing ? 'newsletter' : '', person.source === 'pos' ? 'tienda' : '']
    .filter(Boolean)
    .join(', '),
})

/** `customers_export.csv`: everyone who gave a name, and the subscribers who have not bought yet. */
export const writeCustomers = (shop: Shop): { text: string; rows: number } => {
  const random = makeRandom(shop.seed, 'customers file')
  const accounts = accountsOf(shop)
  let id = FIRST_ID
  const rows = shop.people.map((person) => {
    id += 32768 * random.integer(1, 9)
    return customerCells(person, id, accounts.get(person.id) ?? { spent: 0, orders: 0 })
  })
  return writeCsv(CUSTOMERS_HEADER, rows)
}
