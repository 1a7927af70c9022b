/** Words for the state of an order, lower case and without accents (`stage.words`), in the languages of the platforms. */
const list = (text: string): string[] => text.split(',').map((word) => word.trim())

const CANCELLED = list(
  'cancelled, canceled, cancelado, cancelada, cancelled by customer, annulled, anulado, anulada, annulee, annule, annullato, storniert, abgebrochen, void, voided, decline, declined',
)
export const PENDING = list(
  'pending, pending payment, pending-payment, unpaid, awaiting payment, pendiente, pendiente de pago, pago pendiente, pendente, pagamento pendente, pendente de pagamento, zahlung ausstehend, ausstehend, ausstehende zahlung, en attente de paiement, attente paiement, paiement en attente',
)
export const FAILED = list(
  'failed, failure, fallido, fallida, falhou, malsucedido, falhado, fehlgeschlagen, echouee, echoue, echec, rejected, rechazado, rechazada, recusado, recusada, denied, refused, refuse, expired, expirado, expirada, caducado, error, payment error, erreur de paiement, error de pago, erro de pagamento, error en pago',
)
export const DRAFT = list(
  'draft, checkout-draft, auto-draft, borrador, rascunho, entwurf, brouillon, trash, deleted, eliminado, eliminada, incomplete, abandoned, abandonado, abandonada, abandonned',
)
const TEST = list('test, prueba, teste, testbestellung')
export const REFUNDED = list(
  'refunded, fully refunded, reembolsado, reembolsada, devuelto, devuelta, returned, devolvido, devolvida, estornado, estornada, erstattet, ruckerstattet, remboursee, rembourse, rimborsato, chargeback, charged back, contracargo, chargedback',
)

/** Orders in these states are no sale on any platform. */
export const NO_SALE = [...CANCELLED, ...FAILED, ...DRAFT, ...TEST]
