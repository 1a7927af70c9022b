import type { OrderState } from '../model/definitions.ts'

const list = (texts: string): string[] => texts.split(',').map((text) => text.trim())

/**
 * What the statuses of payment and of orders mean (lower case, in English, Spanish and Portuguese). A status that is not
 * here is a paid, plain sale. WooCommerce's raw names have a `wc-` before them.
 */
const TEXTS: Readonly<Record<OrderState, readonly string[]>> = {
  unpaid: list(
    'pending, pending payment, payment pending, awaiting payment, unpaid, due, open invoice, checkout-draft, pendiente, pendiente de pago, pago pendiente, esperando pago, pendente, pagamento pendente, aguardando pagamento, payment-pending, waiting for payment, no pagado, não pago',
  ),
  authorized: list(
    'authorized, authorised, on-hold, on hold, en espera, autorizado, autorizada, pagamento autorizado, retenido, em espera, aguardando',
  ),
  partly_paid: list(
    'partially_paid, partially paid, partial payment, partly paid, deposit, parcialmente pagado, parcialmente pagada, pago parcial, parcialmente pago, pagamento parcial',
  ),
  part_refunded: list(
    'partially_refunded, partially refunded, parcialmente reembolsado, parcialmente reembolsada, reembolso parcial',
  ),
  refunded: list(
    'refunded, reembolsado, reembolsada, devuelto, devuelta, returned, devolvido, devolvida, charged back, chargeback, contracargo',
  ),
  cancelled: list(
    'cancelled, canceled, cancelado, cancelada, cancelled by customer, annulled, anulado, anulada, cancelled-order, cancelación, cancelamento',
  ),
  void: list('void, voided, expired, expirado, expirada, caducado'),
  failed: list(
    'failed, fallido, fallida, falhou, falhado, malsucedido, error, rejected, rechazado, rechazada, recusado, recusada, declined, denied, abandoned, abandonado, draft, borrador, rascunho, trash, deleted, eliminado',
  ),
  test: list('test, prueba, teste'),
}

/** Statuses (lower case) by what they mean. */
export const STATE_TEXTS: ReadonlyMap<OrderState, readonly string[]> = new Map(
  (Object.entries(TEXTS) as [OrderState, readonly string[]][]).map(([state, texts]) => [
    state,
    [...texts, ...texts.map((text) => `wc-${text}`)],
  ]),
)
