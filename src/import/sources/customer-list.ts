import type { Source } from './source.ts'
import { list } from '../header.ts'

const EMAILS = list('email, e mail, correo, correo electronico, email address, customer email')

/** A list of people of any other shop, in the languages of the platforms: known by the e-mail, how often they bought and what they spent. */
export const customerList: Source = {
  name: 'customers_table',
  kind: 'customers',
  must: [
    EMAILS,
    list(
      'orders, total orders, orders count, order count, number of orders, numero de compras, numero de pedidos, cantidad de compras, cantidad de pedidos, pedidos, compras',
    ),
    list(
      'total spent, total spend, lifetime spend, amount spent, total consumido, total gastado, gasto total, total comprado, valor gasto, total gasto',
    ),
  ],
  fields: new Map([
    ['platform_id', list('customer id, id cliente, id do cliente, user id, id')],
    ['first_name', list('first name, name, full name, customer name, customer, nombre, nombre completo, nome, nome completo, cliente')],
    ['last_name', list('last name, surname, apellido, apellidos, sobrenome')],
    ['email', EMAILS],
    ['phone', list('phone, telephone, phone number, telefono, telefono de contacto, telefone, telefone de contato, celular')],
    ['country', list('country, country code, pais, country / region')],
  ]),
} // prettier-ignore

/** Stripe's customers: what they spent, no number of purchases; its instants are when they were made, no sales. */
export const stripeCustomers: Source = {
  name: 'stripe_customers',
  kind: 'customers',
  must: [list('id, customer id'), list('email'), list('delinquent, total spend, payment count')],
  fields: new Map([
    ['platform_id', list('id, customer id')],
    ['first_name', list('name, customer name')],
    ['email', list('email')],
    ['phone', list('phone')],
    ['country', list('card address country, address country, country')],
  ]),
}
