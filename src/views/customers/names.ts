import type { Customer } from '../../api/customers-schemas.ts'

type Named = Pick<Customer, 'customer_id' | 'name' | 'email' | 'platform_id' | 'phone'>

/** How a customer is called: by name, else e-mail, else the shop's own id, else phone. */
export const nameOf = (customer: Named): string =>
  customer.name ??
  customer.email ??
  customer.platform_id ??
  customer.phone ??
  `#${Math.abs(customer.customer_id)}`
