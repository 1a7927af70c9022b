import { nothingIsNull } from './nothing.ts'

/** Fields that say who a customer is. */
export const PERSON_FIELDS = ['email', 'phone', 'customer', 'name']

const folded = (text: string): string => `lower(trim(${text}, '"''<> '))`

const NOBODY = ['guest', 'anonymous', 'invitado', 'anónimo', 'convidado', 'unknown', 'desconocido']

/** Columns `identity` (folded key), `person_email`, `person_phone`, `person_id`, `person_name` from the texts of a row. */
export function personColumns(present: ReadonlySet<string>): string[] {
  const of = (field: string) => (present.has(field) ? nothingIsNull(`t_${field}`, NOBODY) : 'NULL::VARCHAR')
  const email = `CASE WHEN contains(t_email, '@') THEN ${folded('t_email')} WHEN contains(t_customer, '@') THEN ${folded('t_customer')} END`
  const id = `CASE WHEN contains(t_customer, '@') THEN NULL WHEN ends_with(t_customer, '.0') THEN left(t_customer, length(t_customer) - 2) ELSE ${of('customer')} END`
  const other = present.has('email')
    ? `CASE WHEN NOT contains(t_email, '@') THEN ${of('email')} END`
    : 'NULL::VARCHAR'
  const phone = `nullif(regexp_replace(${of('phone')}, '[^0-9+]', '', 'g'), '')`
  const keys = [
    present.has('email') || present.has('customer') ? email : '',
    present.has('phone') ? `'tel:' || ${phone}` : '',
    present.has('customer') ? `'id:' || ${id}` : '',
    present.has('email') ? `'id:' || lower(${other})` : '',
  ].filter((key) => key !== '')
  return [
    `${keys.length > 0 ? `coalesce(${keys.join(', ')})` : 'NULL::VARCHAR'} AS identity`,
    `${present.has('email') || present.has('customer') ? email : 'NULL::VARCHAR'} AS person_email`,
    `${present.has('phone') ? phone : 'NULL::VARCHAR'} AS person_phone`,
    `${present.has('customer') ? id : 'NULL::VARCHAR'} AS person_id`,
    `${of('name')} AS person_name`,
  ]
}
