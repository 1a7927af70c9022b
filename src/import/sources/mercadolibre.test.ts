import { expect } from 'vitest'
import { tellSource } from '../../../tests/source-story.ts'

const HEADER =
  '# de venta,Fecha de venta,Estado,Descripción del estado,Paquete de varios productos,Pertenece a un kit,Unidades,Ingresos por productos (ARS),Cargo por venta e impuestos (ARS),Ingresos por envío (ARS),Costos de envío (ARS),Anulaciones y reembolsos (ARS),Total (ARS),Mes de facturación de tus cargos,Venta por publicidad,SKU,# de publicación,Canal de venta,Título de la publicación,Variante,Precio unitario de venta de la publicación (ARS),Tipo de publicación,Factura adjunta,Datos personales o de empresa,Tipo y número de documento,Dirección,Comprador,Negocio,DNI,Domicilio,Municipio o ciudad capital,Estado,Código postal,País,Forma de entrega,Fecha en camino,Fecha entregado,Transportista,Número de seguimiento,URL de seguimiento,Unidades,Forma de entrega,Reclamo abierto'
const PREAMBLE = [
  'Ventas AR',
  'En este reporte encontrarás la información de tus ventas.',
  'Puedes ver ventas de los últimos 6 meses.',
  'Los importes incluyen impuestos.',
  'Ventas,,,,,,,,,,,,,,,Publicaciones,,,,,,,,,Facturación,,Compradores,,,,,,,,Envíos,,,,,,Devoluciones,,Reclamos',
]
const NAMES = HEADER.split(',')

/** A row by the first column of each name; the address's state and the units given back stand in later columns of the same names. */
function row(
  id: string,
  day: string,
  state: string,
  sku: string,
  more: Readonly<Record<string, string>>,
): string {
  const cells = NAMES.map(() => '')
  const put = (name: string, text: string) => (cells[NAMES.findIndex((own) => own.startsWith(name))] = text)
  put('# de venta', `20000094044${id}`)
  put('Fecha de venta', day)
  put('Estado', state)
  put('SKU', sku)
  put('Canal de venta', 'Mercado Libre')
  put('Título', { TAZA: 'Taza de café', MATE: 'Mate' }[sku] ?? sku)
  for (const [name, text] of Object.entries(more)) put(name, text)
  cells[NAMES.lastIndexOf('Estado')] = 'Santa Fe'
  cells[NAMES.lastIndexOf('Unidades')] = '9'
  return cells.join(',')
}
const sold = (units: string, goods: string, freight: string, back: string, price: string, buyer: string) => ({
  Unidades: units, 'Ingresos por productos': goods, 'Cargo por venta': '-1300', 'Ingresos por envío': freight, 'Anulaciones y': back, 'Precio unitario': price, Comprador: buyer, DNI: buyer === 'Ana Muñoz' ? '11.111.111' : '',
}) // prettier-ignore

const TEXT = [
  ...PREAMBLE,
  HEADER,
  row('42073', '3 de octubre de 2025 19:29 hs.', 'Entregado', 'TAZA', sold('2', '20000', '', '', '10000', 'Ana Muñoz')),
  row('42100', '15 de octubre de 2025 08:05 hs.', 'Paquete de 2 productos', '', sold('', '35000', '2500.50', '', '', 'Leo Paz')),
  row('42101', '', 'Entregado', 'TAZA', sold('1', '', '', '', '10000', '')),
  row('42102', '', 'Entregado', 'MATE', sold('2', '', '', '', '12500', '')),
  row('42200', '31 de octubre de 2025 23:59 hs.', 'Cancelada por el comprador', 'TAZA', sold('1', '10000', '', '', '10000', 'Eva Sol')),
  row('42300', '1 de noviembre de 2025 00:01 hs.', 'Venta cancelada', 'MATE', sold('1', '12500', '1500', '-14000', '12500', 'Eva Sol')),
  row('42400', '9 de noviembre de 2025 12:00 hs.', 'Entregado', 'MATE', sold('1', '12500', '2000', '-7250', '12500', 'Ana Muñoz')),
  row('42500', '20 de noviembre de 2025 10:00 hs.', 'Paquete de 3 productos', '', sold('', '31000.01', '', '', '', 'Sol Ríos')),
  row('42501', '', 'En camino', 'A', sold('1', '', '', '', '', '')),
  row('42502', '', 'En camino', 'B', sold('1', '', '', '', '', '')),
  row('42503', '', 'En camino', 'C', sold('1', '', '', '', '', '')),
  row('42600', '30 de noviembre de 2025 21:00 hs.', 'Devolución finalizada. Te dimos el dinero', 'TAZA', sold('1', '10000', '', '-10000', '10000', 'Leo Paz')),
  row('42700', '1 de diciembre | 23:52', 'Entregado', 'MATE', sold('2', '25000', '', '', '12500', 'Ana Muñoz')),
  row('42800', '15 de enero | 10:00', 'Entregado', 'MATE', sold('1', '12500', '999.99', '', '12500', 'Mar Gil')),
  row('42900', '20 de enero | 09:15', 'Etiqueta lista para imprimir', 'TAZA', sold('3', '30000', '', '', '10000', 'Mar Gil')),
  '',
].join('\n') // prettier-ignore

tellSource('Mercado Libre', {
  source: 'mercadolibre',
  text: TEXT,
  currency: 'ARS',
  shape: { header: 5 },
  movable: false,
  rows: 15,
  told: { PREAMBLE_SKIPPED: 1, STATUS_EXCLUDED_FROM_REVENUE: 1 },
  months: {
    '2025-10': { gross: 5_500_000, discounts: 0, returns: 0, net: 5_500_000, tax: 0, shipping: 250_050, orders: 2, units: 5 },
    // back: 12,500 cancelled, 7,250 of 14,500 paid for goods of 12,500, and 10,000
    '2025-11': { gross: 6_600_001, discounts: 0, returns: 2_875_000, net: 3_725_001, tax: 0, shipping: 200_000, orders: 4, units: 6 },
    '2025-12': { gross: 2_500_000, discounts: 0, returns: 0, net: 2_500_000, tax: 0, shipping: 0, orders: 1, units: 2 },
    '2026-01': { gross: 4_250_000, discounts: 0, returns: 0, net: 4_250_000, tax: 0, shipping: 99_999, orders: 2, units: 4 },
  },
  also: async (staging) => {
    const rows = await staging.query(
      `SELECT order_id, sku, CAST(gross AS DOUBLE) AS gross, strftime(local_at, '%d %H:%M') AS at FROM stage.lines WHERE order_id = '2000009404442100' ORDER BY line`,
    )
    expect(rows).toEqual([
      { order_id: '2000009404442100', sku: 'TAZA', gross: 1_000_000, at: '15 08:05' },
      { order_id: '2000009404442100', sku: 'MATE', gross: 2_500_000, at: '15 08:05' },
    ])
  },
}) // prettier-ignore
