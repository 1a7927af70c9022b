/** Statuses (lower case) of sales that make no revenue. They are kept as lines of kind `excluded`, counted and shown. */
const EXCLUDED_STATUSES: readonly string[] = [
  ...[
    'cancelled',
    'canceled',
    'cancelado',
    'cancelada',
    'cancelled by customer',
    'annulled',
    'anulado',
    'anulada',
  ],
  ...['void', 'voided', 'test', 'prueba', 'teste', 'failed', 'fallido', 'falhou', 'fallida', 'error'],
  ...[
    'rejected',
    'rechazado',
    'rechazada',
    'recusado',
    'declined',
    'denied',
    'expired',
    'expirado',
    'caducado',
  ],
  ...['abandoned', 'abandonado', 'draft', 'borrador', 'rascunho', 'trash', 'deleted', 'eliminado'],
  ...[
    'refunded',
    'reembolsado',
    'reembolsada',
    'devuelto',
    'returned',
    'devolvido',
    'charged back',
    'chargeback',
  ],
  ...['partially_refunded', 'partially refunded', 'parcialmente reembolsado'],
]

const REFUNDS = new Set(['refunded', 'reembolsado', 'reembolsada', 'devuelto', 'returned', 'devolvido', 'partially_refunded', 'partially refunded', 'parcialmente reembolsado']) // prettier-ignore

/** The statuses to leave out: where the file says how much was refunded, refunded orders stay in with their refund. */
export const excludedStatuses = (hasRefunds: boolean): readonly string[] =>
  hasRefunds ? EXCLUDED_STATUSES.filter((status) => !REFUNDS.has(status)) : EXCLUDED_STATUSES
