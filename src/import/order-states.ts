import type { OrderState } from '../model/definitions.ts'
import { foldHeader, list } from './header.ts'

/**
 * What the statuses of payment and of orders mean, folded (`statusKey`), in English, Spanish, Portuguese, French, German,
 * Italian and Dutch (and some Polish): the one table of the importer. A status that is not here is a paid, plain sale. Words that only name what
 * is paid or who did it (`ASIDE`) may stand beside these: `Order cancelled by customer` is `cancelled`.
 */
export const STATE_WORDS: Readonly<Record<OrderState, readonly string[]>> = {
  unpaid: [
    ...list('pending, pending payment, payment pending, awaiting, awaiting payment, awaiting check payment, awaiting bank wire payment, awaiting bank transfer, awaiting bank wire, waiting for payment, unpaid, not paid, due, payment due, open invoice, requires payment method, requires action, requires confirmation, waiting for seller confirmation'),
    ...list('pendiente, pendiente de pago, pago pendiente, pendiente de cobro, esperando pago, esperando el pago, a la espera de pago, en espera de pago, a la espera del pago, en espera de pago por transferencia bancaria, en espera de pago por cheque, no pagado, no pagada, impago, impaga, impagado, impagada, sin pagar, por pagar'),
    ...list('pendente, pagamento pendente, pendente de pagamento, aguardando pagamento, aguardando o pagamento, esperando pagamento, nao pago, nao paga, em aberto'),
    ...list('en attente de paiement, en attente du paiement, attente paiement, paiement en attente, en attente de virement bancaire, en attente du paiement par cheque, en attente de paiement par cheque, impaye, impayee, non paye, non payee, a payer'),
    ...list('ausstehend, ausstehende, zahlung ausstehend, ausstehende zahlung, warten auf zahlung, warten auf zahlungseingang, wartet auf zahlung, zahlung offen, unbezahlt, nicht bezahlt'),
    ...list('in attesa di pagamento, in attesa del pagamento, in attesa di pagamento con assegno, in attesa di bonifico bancario, pagamento in attesa, pagamento in sospeso, non pagato, non pagata, da pagare'),
    ...list('in afwachting van betaling, wachten op betaling, wachtend op betaling, betaling in behandeling, niet betaald, onbetaald, openstaand'),
  ],
  authorized: [
    ...list('authorized, authorised, on hold, uncaptured, requires capture, autorizado, autorizada, retenido, retenida, en espera, em espera, pagamento autorizado, aguardando, en attente, autorise, autorisee'),
    ...list('autorisiert, in wartestellung, wartend, zuruckgestellt, autorizzato, autorizzata, sospeso, in sospeso, in attesa, in de wacht, geautoriseerd'),
  ],
  partly_paid: [
    ...list('partially paid, partial payment, partly paid, deposit, parcialmente pagado, parcialmente pagada, pagado parcialmente, pago parcial, parcialmente pago, parcialmente paga, pagamento parcial'),
    ...list('partiellement paye, partiellement payee, paiement partiel, teilweise bezahlt, teilzahlung, parzialmente pagato, parzialmente pagata, pagamento parziale, gedeeltelijk betaald'),
  ],
  part_refunded: [
    ...list('partially refunded, partial refund, partly refunded, parcialmente reembolsado, parcialmente reembolsada, reembolsado parcialmente, reembolsada parcialmente, reembolso parcial, devuelto parcialmente, parcialmente devuelto, devolucion parcial, parcialmente devolvido, estorno parcial, parcialmente estornado'),
    ...list('partiellement rembourse, partiellement remboursee, rembourse partiellement, remboursement partiel, teilweise erstattet, teilweise ruckerstattet, teilerstattung, teilerstattet, parzialmente rimborsato, parzialmente rimborsata, rimborso parziale, gedeeltelijk terugbetaald'),
  ],
  refunded: [
    ...list('refunded, fully refunded, returned, charged back, chargeback, chargedback, contracargo, reembolsado, reembolsada, devuelto, devuelta, reintegrado, reintegrada, devolvido, devolvida, estornado, estornada, reembolsado totalmente, devolucion finalizada'),
    ...list('rembourse, remboursee, retourne, retournee, renvoye, renvoyee, erstattet, ruckerstattet, zuruckerstattet, zuruckgegeben, zuruckgesendet, zuruckgeschickt, retourniert, zuruckgebucht'),
    ...list('rimborsato, rimborsata, reso, resa, restituito, restituita, stornato, terugbetaald, geretourneerd, geretourneerde, zwrocone, zwrocony, zwrocono'),
  ],
  cancelled: [
    ...list('cancelled, canceled, cancel, annulled, cancellation, cancellation requested, cancel requested, cancelado, cancelada, anulado, anulada, cancelacion, cancelamento, cancelaste la venta, cancelo la compra, desistido'),
    ...list('annule, annulee, annulees, annules, annulation, resilie, resiliee, storniert, stornierte, storno, abgebrochen, annulliert, widerrufen, annullato, annullata, cancellato, cancellata, stornata, geannuleerd, geannuleerde, anulowane, anulowany, anulowano'),
  ],
  void: list('void, voided, expired, expirado, expirada, caducado, caducada, vencido, vencida, expire, expiree, abgelaufen, verfallen, scaduto, scaduta, verlopen, nulo, nula, ungultig'),
  failed: [
    ...list('failed, failure, error, rejected, declined, decline, denied, refused, blocked, fraud, suspected fraud, abandoned, abandonned, incomplete, draft, checkout draft, auto draft, trash, deleted, unavailable'),
    ...list('fallido, fallida, error en pago, rechazado, rechazada, denegado, denegada, abandonado, abandonada, incompleto, incompleta, borrador, eliminado, eliminada, papelera, fraude'),
    ...list('falhou, falhado, falhada, malsucedido, malsucedida, recusado, recusada, rejeitado, rejeitada, negado, negada, erro, erro de pagamento, rascunho, excluido, excluida, lixeira'),
    ...list('echoue, echouee, echec, erreur, erreur de paiement, refuse, refusee, rejete, rejetee, abandonne, abandonnee, brouillon, supprime, supprimee, corbeille, incomplet, incomplete'),
    ...list('fehlgeschlagen, fehler, fehler bei der bezahlung, zahlungsfehler, gescheitert, abgelehnt, verweigert, unvollstandig, entwurf, papierkorb, geloscht, betrug'),
    ...list('fallito, fallita, non riuscito, non riuscita, errore, errore di pagamento, rifiutato, rifiutata, respinto, respinta, abbandonato, abbandonata, bozza, cestino, eliminato, eliminata, mislukt, geweigerd, afgewezen, concept, verwijderd'),
  ],
  test: list('test, prueba, de prueba, teste, de teste, testbestellung, essai, prova, di prova'),
} // prettier-ignore

/** Words that say what a status is of, or who brought it about. */
const ASIDE: ReadonlySet<string> = new Set(
  [
    ...list('wc, the, order, payment, sale, purchase, transaction, status, by, customer, client, buyer, seller, merchant, admin, system, fully, totally, completely'),
    ...list('el, la, lo, por, del, de, pedido, orden, pago, venta, compra, transaccion, cliente, comprador, compradora, vendedor, vendedora, tienda, sistema, totalmente, completamente, estado'),
    ...list('o, a, do, da, pelo, pela, pagamento, venda, transacao, loja, usuario, administrador, le, du, par, commande, paiement, vente, acheteur, vendeur, entierement, totalement'),
    ...list('die, der, das, vom, von, durch, bestellung, zahlung, kunde, kunden, kaufer, verkaufer, vollstandig, il, dal, di, ordine, vendita, acquirente, venditore, completamente, bestelling, betaling, klant, door'),
  ],
) // prettier-ignore

const STATES: ReadonlyMap<string, OrderState> = new Map(
  (Object.entries(STATE_WORDS) as [OrderState, readonly string[]][]).flatMap(([state, words]) =>
    words.map((word) => [word, state] as const),
  ),
)

/** A status folded for comparison: case, accents, hyphens, underscores, blanks and the `wc-` of WooCommerce's database do not matter. */
export const statusKey = (text: string): string =>
  foldHeader(text.replaceAll('ß', 'ss'))
    .replace(/[.,;:!()/]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^wc /, '')

/** What a status as a file writes it means; null: a paid, plain sale, or a word that is not known. */
export function stateOfStatus(text: string): OrderState | null {
  const key = statusKey(text)
  const whole = STATES.get(key)
  if (whole) return whole
  const rest = key.split(' ').filter((word) => !ASIDE.has(word))
  return STATES.get(rest.join(' ')) ?? null
}

/** States that are no sale on any platform. */
export const NO_SALE: readonly OrderState[] = ['cancelled', 'void', 'failed', 'test']
/** The same for WooCommerce, which leaves what was not paid out of its figures, too (facts, metrics.md). */
export const WOO_EXCLUDED: readonly OrderState[] = [...NO_SALE, 'unpaid']
