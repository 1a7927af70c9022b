import { expect } from 'vitest'
import { tellSource } from '../../../tests/source-story.ts'

const ES = `Número de orden;Email;Fecha;Estado de la orden;Estado del pago;Estado del envío;Moneda;Subtotal de productos;Descuento;Costo de envío;Total;Nombre del comprador;DNI / CUIT;Teléfono;Nombre para el envío;Teléfono para el envío;Dirección;Número;Piso;Localidad;Ciudad;Código postal;Provincia o estado;País;Medio de envío;Medio de pago;Cupón de descuento;Notas del comprador;Notas del vendedor;Fecha de pago;Fecha de envío;Nombre del producto;Precio del producto;Cantidad del producto;SKU;Canal;Código de tracking del envío;Identificador de la transacción en el medio de pago;Identificador de la orden;Producto Físico;Persona que registró la venta;Sucursal de venta;Vendedor;Fecha y hora de cancelación;Motivo de cancelación
101;ana@ejemplo.test;03/03/2025 10:15:00;Abierta;Recibido;Enviado;ARS;30500,00;0,00;2500,50;33000,50;Ana Muñoz;20-11111111-1;+54 11 5555-0001;Ana;;Calle Falsa;123;;;Rosario;2000;Santa Fe;Argentina;Correo;Tarjeta;;;;03/03/2025;05/03/2025;Mate de caña;10250.00;2;MATE-1;Móvil;="TN123456789AR";88001;900101;Sí;;;;;
101;ana@ejemplo.test;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;Bombilla (alpaca);10000.00;1;BOMB-1;;;;;Sí;;;;;
102;luis@ejemplo.test;14/03/2025 21:40:10;Archivada;Recibido;Entregado;ARS;21000,00;2100,00;0,00;18900,00;Luis Peña;;;Luis;;;;;;;;;Argentina;;;OTOÑO10;"Dejar en portería; gracias";;14/03/2025;;Yerba 1 kg;7000.00;3;YER-1;Web;;;900102;Sí;;;;;
103;eva@ejemplo.test;31/03/2025 23:59:59;Cancelada;Pendiente;;ARS;7000,00;0,00;1000,00;8000,00;Eva;;;;;;;;;;;;Argentina;;;;;;;;Yerba 1 kg;7000.00;1;YER-1;Web;;;900103;Sí;;;;02/04/2025 10:00:00;Sin stock
104;;01/04/2025 00:05:00;Abierta;Pendiente;;ARS;10250,00;0,00;1500,00;11750,00;Sin Correo;27-22222222-2;;;;;;;;;;;Argentina;;;;;;;;Mate de caña;10250.00;1;="MATE-1";Web;;;900104;Sí;;;;;
105;ana@ejemplo.test;12/04/2025 09:00:00;Archivada;Reembolsado;Enviado;ARS;20500,00;500,00;2000,00;22000,00;Ana Muñoz;;;;;;;;;;;;Argentina;;;;;;;;Mate de caña;10250.00;2;MATE-1;Web;;;900105;Sí;;;;;
106;leo@ejemplo.test;13/04/2025 12:00:00;Abierta;Rechazado;;ARS;7000,00;0,00;0,00;7000,00;Leo;;;;;;;;;;;;Argentina;;;;;;;;Yerba 1 kg;7000.00;1;YER-1;Web;;;900106;Sí;;;;;
107;mar@ejemplo.test;15/04/2025 12:30:00;Abierta;Recibido;;ARS;34250,00;3425,00;0,00;30825,00;Mar;;;;;;;;;;;;Uruguay;;;;;;;;Mate de caña;10250.00;1;MATE-1;Web;;;900107;Sí;;;;;
107;mar@ejemplo.test;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;Yerba 1 kg;7000.00;2;YER-1;;;;;Sí;;;;;
107;mar@ejemplo.test;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;Bombilla (alpaca);10000.00;1;BOMB-1;;;;;Sí;;;;;
108;luis@ejemplo.test;30/04/2025 23:10:00;Archivada;Recibido;;ARS;5000,00;0,00;0,00;5000,00;Luis Peña;;;;;;;;;;;;Argentina;;;;;;;;Tarjeta de regalo;5000.00;1;GIFT;Web;;;900108;No;;;;;
109;sol@ejemplo.test;02/05/2025 08:00:00;Abierta;Recibido;;ARS;14000,00;0,00;1999,99;15999,99;Sol;;;;;;;;;;;;Argentina;;;;;;;;Yerba 1 kg;7000.00;2;YER-1;Web;;;900109;Sí;;;;;
110;;03/05/2025 18:00:00;Abierta;Recibido;;ARS;10000,00;0,00;0,00;10000,00;Sin Correo;27-22222222-2;;;;;;;;;;;Argentina;;;;;;;;Bombilla (alpaca);10000.00;1;BOMB-1;Web;;;900110;Sí;;;;;
111;eva@ejemplo.test;20/05/2025 11:11:11;Archivada;Recibido;;ARS;0,00;0,00;0,00;0,00;Eva;;;;;;;;;;;;Argentina;;;;;;;;Muestra;0.00;1;MUE;Web;;;900111;Sí;;;;;
112;leo@ejemplo.test;31/05/2025 22:00:00;Abierta;Recibido;;ARS;17250,00;1725,00;2500,00;18025,00;Leo;;;;;;;;;;;;Argentina;;;;;;;;Mate de caña;10250.00;1;MATE-1;Web;;;900112;Sí;;;;;
112;leo@ejemplo.test;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;Yerba 1 kg;7000.00;1;YER-1;;;;;Sí;;;;;
`

tellSource('Tiendanube', {
  source: 'tiendanube',
  text: ES,
  currency: 'ARS',
  shape: { delimiter: ';' },
  rows: 16,
  told: { STATUS_EXCLUDED_FROM_REVENUE: 2, NON_PRODUCT_LINES: 1 },
  months: {
    // 101 + 102
    '2025-03': { gross: 5_150_000, discounts: 210_000, returns: 0, net: 4_940_000, tax: 0, shipping: 250_050, orders: 2, units: 6 },
    // 104 + 105 (given back whole: 20,500 − 500) + 107; the gift card of 108 is no sale
    '2025-04': { gross: 6_500_000, discounts: 392_500, returns: 2_000_000, net: 4_107_500, tax: 0, shipping: 350_000, orders: 3, units: 7 },
    // 109 + 110 + 111 + 112
    '2025-05': { gross: 4_125_000, discounts: 172_500, returns: 0, net: 3_952_500, tax: 0, shipping: 449_999, orders: 4, units: 6 },
  },
  also: async (staging) => {
    const rows = await staging.query<{ orders: number }>(
      `SELECT CAST(count(*) AS DOUBLE) AS orders FROM stage.orders WHERE identity IS NOT NULL GROUP BY identity HAVING any_value(identity) LIKE 'id:doc-%'`,
    )
    expect(rows).toEqual([{ orders: 2 }])
    const skus = await staging.query<{ sku: string }>(`SELECT DISTINCT sku FROM stage.lines WHERE sku LIKE '%MATE%'`)
    expect(skus).toEqual([{ sku: 'MATE-1' }])
  },
}) // prettier-ignore

const PT = `Número do Pedido;E-mail;Data;Status do Pedido;Status do Pagamento;Status do Envio;Moeda;Subtotal;Desconto;Valor do Frete;Total;Nome do comprador;CPF / CNPJ;Telefone;País;Cupom de Desconto;Data de pagamento;Data de envío;Nome do Produto;Valor do Produto;Quantidade Comprada;SKU;Identificador do pedido;Meio de pagamento
2001;joao@exemplo.test;05/06/2025 10:00:00;Aberto;Confirmado;Enviado;BRL;389.60;0.00;19.90;409.50;João;111.111.111-11;;Brasil;;05/06/2025;16-06-2025;Camiseta Açaí;194.80;2;CAM-1;7001;Pix
2002;bia@exemplo.test;11/06/2025 22:30:00;Arquivado;Confirmado;;BRL;120.00;12.00;0.00;108.00;Bia;;;Brasil;INVERNO;;;Caneca;40.00;3;CAN-1;7002;Pix
2003;rui@exemplo.test;12/06/2025 09:00:00;Cancelado;Recusado;;BRL;40.00;0.00;10.00;50.00;Rui;;;Brasil;;;;Caneca;40.00;1;CAN-1;7003;Boleto
2004;joao@exemplo.test;29/06/2025 09:00:00;Arquivado;Reembolsado;;BRL;194.80;0.00;15.20;210.00;João;;;Brasil;;;;Camiseta Açaí;194.80;1;CAM-1;7004;Pix
2005;lia@exemplo.test;01/07/2025 00:00:01;Aberto;Pendente;;BRL;234.80;34.80;10.00;210.00;Lia;;;Brasil;;;;Camiseta Açaí;194.80;1;CAM-1;7005;Boleto
2005;lia@exemplo.test;;;;;;;;;;;;;;;;;Caneca;40.00;1;CAN-1;;
2006;bia@exemplo.test;15/07/2025 12:00:00;Aberto;Confirmado;;BRL;40.00;0.00;9.99;49.99;Bia;;;Brasil;;;;Caneca;40.00;1;CAN-1;7006;Pix
`

tellSource('Nuvemshop', {
  source: 'nuvemshop',
  text: PT,
  currency: 'BRL',
  shape: { delimiter: ';' },
  rows: 7,
  told: { STATUS_EXCLUDED_FROM_REVENUE: 1 },
  months: {
    '2025-06': { gross: 70_440, discounts: 1_200, returns: 19_480, net: 49_760, tax: 0, shipping: 3_510, orders: 3, units: 6 },
    '2025-07': { gross: 27_480, discounts: 3_480, returns: 0, net: 24_000, tax: 0, shipping: 1_999, orders: 2, units: 3 },
  },
}) // prettier-ignore
