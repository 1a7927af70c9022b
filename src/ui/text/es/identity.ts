import { plural } from '../plural.ts'

const count = plural('es')
const orders = (n: number) => count(n, { one: '# pedido', other: '# pedidos' })
const customers = (n: number) => count(n, { one: '# cliente', other: '# clientes' })

export const identity = {
  title: 'Quién es el mismo cliente',
  hint: 'Los pedidos con el mismo correo son de la misma persona, también los de quien compra como invitado. Sin correo decide el teléfono, y sin él, el número que le da la plataforma. Lo que has unido a mano se respeta siempre.',
  kinds: 'Cómo se reconoce a tus clientes',
  email: 'por su correo',
  phone: 'por su teléfono',
  platform_id: 'por el número de la plataforma',
  hand: 'puestos a mano',
  nobody: 'sin ningún dato: no tienen cliente',
  kind: (p: { customers: number; orders: number; by: string }) =>
    `${customers(p.customers)} ${p.by}, ${orders(p.orders)}`,
  kindNobody: (p: { orders: number; by: string }) => `${orders(p.orders)} ${p.by}`,
  by_phone: 'Sin correo, reconocer por el teléfono',
  by_platform_id: 'Sin correo ni teléfono, reconocer por el número de la plataforma',
  fold_tags: 'ana+tienda@x.es es ana@x.es',
  join_phones: 'Correos distintos con el mismo teléfono son la misma persona',
  merged: (p: { n: number }) =>
    count(p.n, {
      one: '# cliente pasa a ser otro que ya tienes.',
      other: '# clientes pasan a ser otros que ya tienes.',
    }),
  dropped: (p: { n: number }) =>
    count(p.n, {
      one: '# cliente deja de serlo: sus pedidos quedan sin cliente.',
      other: '# clientes dejan de serlo: sus pedidos quedan sin cliente.',
    }),
  nothing: 'Respecto a lo importado, no une ni quita a nadie.',
  example: '{identity} será {becomes}',
  apply: 'Reconocerlos así',
  keep: 'Dejarlo como estaba',
  applied: 'Los clientes se reconocen de otra manera',
}
