/** By what a customer can be called; `customer_id` is our own key, which nobody outside knows. */
export interface Called {
  readonly customer_id: number
  readonly name: string | null
  readonly email: string | null
  readonly platform_id: string | null
  readonly phone: string | null
}

/** How a customer is called: by name, else e-mail, else the shop's own id, else phone; by our key when all is erased. */
export const customerLabel = (customer: Called): string =>
  customer.name ??
  customer.email ??
  customer.platform_id ??
  customer.phone ??
  `#${Math.abs(customer.customer_id)}`
