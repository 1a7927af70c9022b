import { describe, expect, it } from 'vitest'
import { STATE_WORDS, stateOfStatus, statusKey } from './order-states.ts'

describe('stateOfStatus', () => {
  it.each([
    ['Annulée', 'cancelled'],
    ['ANNULÉ', 'cancelled'],
    ['Storniert', 'cancelled'],
    ['wc-cancelled', 'cancelled'],
    ['Order cancelled by customer', 'cancelled'],
    ['Cancelada por el comprador', 'cancelled'],
    ['Cancelado pelo vendedor', 'cancelled'],
    ['Vom Kunden storniert', 'cancelled'],
    ['Zurückgegeben', 'refunded'],
    ['Rückerstattet', 'refunded'],
    ['Remboursée', 'refunded'],
    ['Reembolsado', 'refunded'],
    ['Partially-Refunded', 'part_refunded'],
    ['partially_refunded', 'part_refunded'],
    ['Teilweise erstattet', 'part_refunded'],
    ['Échouée', 'failed'],
    ['Pago rechazado', 'failed'],
    ['Payment failed', 'failed'],
    ['Não pago', 'unpaid'],
    ['Pendiente de pago', 'unpaid'],
    ['pending_payment', 'unpaid'],
    ['Zahlung ausstehend', 'unpaid'],
    ['In attesa di pagamento', 'unpaid'],
    ['on-hold', 'authorized'],
    ['En attente', 'authorized'],
    ['Abgelaufen', 'void'],
    ['Prueba', 'test'],
  ])('%s is %s', (text, state) => expect(stateOfStatus(text)).toBe(state))

  it.each([
    ...['paid', 'Completed', 'wc-processing', 'Pago', 'Pagada', 'Pago aprobado', 'Payment accepted', 'Bezahlt', 'Terminée'],
    ...['Enviado', 'Awaiting Fulfillment', 'Awaiting Shipment', 'Partially Shipped', 'Faturado', 'Carência para cancelamento'],
    ...['Not cancelled', 'Cancellation rejected', 'Refund declined', 'Order', '', 'Abierta', 'Aberto', 'Confirmado', 'Recibido'],
  ])('%s is a plain sale', (text) => expect(stateOfStatus(text)).toBeNull()) // prettier-ignore

  it('has every word folded, and in one state', () => {
    const words = Object.values(STATE_WORDS).flat()
    expect(words.filter((word) => statusKey(word) !== word)).toEqual([])
    const states = new Map<string, Set<string>>()
    for (const [state, own] of Object.entries(STATE_WORDS))
      for (const word of own) states.set(word, (states.get(word) ?? new Set()).add(state))
    expect([...states].filter(([, of]) => of.size > 1)).toEqual([])
  })
})
