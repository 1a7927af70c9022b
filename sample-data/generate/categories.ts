import { type Kind, kinds } from './kinds.ts'

export type Category = {
  readonly name: string
  readonly code: string
  readonly products: number
  /** Share of the shop's demand. */
  readonly share: number
  /** Units react to price as (price / list price) to the power −elasticity. */
  readonly elasticity: number
  /** Chance that a line comes back. */
  readonly returned: number
  /** January … December, relative to the shop's own season. */
  readonly months: readonly number[]
  readonly kinds: readonly Kind[]
}

const EVEN = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]

export const CATEGORIES: readonly Category[] = [
  {
    name: 'Mesa',
    code: 'MES',
    products: 52,
    share: 0.21,
    elasticity: 1.4,
    returned: 0.06,
    months: [0.9, 0.9, 1, 1.1, 1.1, 1.1, 1, 1, 1, 0.9, 1, 1.1],
    kinds: kinds(`
      Plato llano | de gres, de porcelana, de loza | 9 | 19 | colour | pack
      Plato hondo | de gres, de porcelana, de loza | 9 | 18 | colour | pack
      Plato de postre | de gres, de porcelana | 7 | 14 | none | pack
      Cuenco | de gres, de madera de olivo, de cerámica | 8 | 24 | colour | pack
      Taza | de gres, de loza, de esmalte | 8 | 17 | colour | pack
      Copa de vino | de vidrio soplado, de cristal | 8 | 19 | none | pack
      Vaso | de vidrio reciclado, de cristal tallado | 5 | 13 | none | pack
      Fuente de servir | de cerámica, de madera de olivo | 24 | 58 | size |
      Jarra de agua | de vidrio soplado, de barro | 19 | 42 | none |
      Ensaladera | de cerámica, de madera de acacia | 26 | 64 | none |`),
  },
  {
    name: 'Cocina',
    code: 'COC',
    products: 44,
    share: 0.16,
    elasticity: 1.1,
    returned: 0.06,
    months: [1, 0.95, 1, 0.95, 0.95, 0.95, 0.95, 1, 1.1, 1.05, 1, 1.05],
    kinds: kinds(`
      Tabla de cortar | de madera de olivo, de haya | 18 | 54 | size |
      Mortero | de piedra, de madera de olivo | 16 | 39 | none |
      Aceitera | de vidrio, de acero, de cerámica | 12 | 32 | none |
      Delantal | de lino, de algodón | 19 | 36 | colour |
      Paño de cocina | de lino, de algodón | 6 | 13 | colour | pack
      Cazuela | de barro, de hierro esmaltado | 18 | 96 | size |
      Tarro | de vidrio, de gres | 6 | 17 | none | pack
      Especiero | de madera, de acero | 19 | 46 | none |
      Cuchara de servir | de madera de olivo, de acero | 6 | 15 | none | pack
      Manoplas | de algodón | 9 | 19 | colour |`),
  },
  {
    name: 'Textil',
    code: 'TEX',
    products: 48,
    share: 0.15,
    elasticity: 1.8,
    returned: 0.105,
    months: [1.15, 1, 0.95, 0.95, 1, 0.95, 1, 0.9, 1.05, 1.15, 1, 0.95],
    kinds: kinds(`
      Mantel | de lino, de algodón | 34 | 79 | linen |
      Servilletas (juego de 4) | de lino, de algodón | 14 | 29 | colour |
      Camino de mesa | de lino, de yute | 16 | 34 | colour |
      Cojín | de lino, de terciopelo, de algodón | 17 | 39 | colour | pack
      Manta | de lana merina, de algodón | 39 | 99 | colour |
      Colcha | de algodón, de lino lavado | 69 | 149 | linen |
      Funda nórdica | de percal, de lino lavado | 59 | 139 | linen |
      Alfombra | de yute, de algodón, de lana | 39 | 189 | size |
      Cortina | de lino | 36 | 84 | size | pack`),
  },
  {
    name: 'Decoración',
    code: 'DEC',
    products: 56,
    share: 0.17,
    elasticity: 1.6,
    returned: 0.07,
    months: EVEN,
    kinds: kinds(`
      Jarrón | de cerámica, de vidrio soplado, de gres | 16 | 68 | size |
      Espejo | de ratán, de madera | 42 | 135 | none |
      Cesta | de esparto, de palma, de mimbre | 14 | 44 | size |
      Lámpara de mesa | de cerámica, de ratán | 44 | 129 | none |
      Portafotos | de madera, de latón | 11 | 27 | none |
      Lámina | en papel de algodón | 12 | 29 | size |
      Figura | de madera, de cerámica | 12 | 38 | none |
      Bandeja | de madera, de latón, de ratán | 19 | 48 | none |
      Reloj de pared | de madera, de metal | 29 | 69 | none |
      Azulejo | pintado a mano | 7 | 15 | none | pack`),
  },
  {
    name: 'Velas y aromas',
    code: 'VEL',
    products: 36,
    share: 0.13,
    elasticity: 2.2,
    returned: 0.035,
    months: [1.05, 1.15, 0.95, 0.9, 0.95, 0.8, 0.75, 0.8, 1, 1.15, 1.15, 1.1],
    kinds: kinds(`
      Vela aromática | de cera de soja, de cera de oliva | 11 | 29 | scent | pack
      Difusor de varillas | con aceites esenciales | 17 | 36 | scent |
      Portavelas | de latón, de vidrio, de cerámica | 6 | 19 | none | pack
      Incienso | natural | 5 | 11 | scent | pack
      Bruma de almohada | con lavanda | 11 | 19 | none |
      Velón | de cera natural | 8 | 22 | none | pack`),
  },
  {
    name: 'Baño',
    code: 'BAN',
    products: 28,
    share: 0.07,
    elasticity: 1.3,
    returned: 0.07,
    months: [1.05, 1, 1, 1, 1, 1.05, 1.05, 1, 1.05, 1, 0.95, 0.9],
    kinds: kinds(`
      Toalla | de algodón egipcio, de lino | 12 | 36 | colour | pack
      Jabón | de aceite de oliva, de leche de cabra | 4 | 9 | scent | pack
      Jabonera | de cerámica, de madera de olivo | 8 | 18 | none |
      Albornoz | de algodón | 44 | 79 | size |
      Alfombrilla de baño | de algodón, de bambú | 16 | 34 | colour |
      Dosificador | de gres, de vidrio | 13 | 26 | none |`),
  },
  {
    name: 'Jardín y terraza',
    code: 'JAR',
    products: 24,
    share: 0.05,
    elasticity: 1.5,
    returned: 0.07,
    months: [0.3, 0.45, 1.1, 1.7, 2, 1.8, 1.5, 1.2, 0.8, 0.5, 0.3, 0.25],
    kinds: kinds(`
      Maceta | de barro, de cerámica esmaltada | 9 | 44 | size | pack
      Farol | de metal, de ratán | 19 | 54 | size |
      Regadera | de zinc, de cobre | 18 | 39 | none |
      Guirnalda de luces | solar | 17 | 34 | none |
      Hamaca | de algodón | 49 | 98 | colour |`),
  },
  {
    name: 'Regalos',
    code: 'REG',
    products: 20,
    share: 0.04,
    elasticity: 0.9,
    returned: 0.045,
    months: [0.8, 1.2, 1, 0.9, 1.2, 0.9, 0.8, 0.7, 0.8, 0.9, 1.2, 1.5],
    kinds: kinds(`
      Set de regalo "Mar" | con jabón y vela, con aceite y sal | 24 | 46 | none |
      Caja regalo "Sobremesa" | con aceitera y cuencos, con tazas y té | 36 | 74 | none |
      Libreta | de papel hecho a mano | 8 | 17 | colour | pack
      Tarjeta | de papel de algodón | 3 | 5 | none | pack
      Aceite de oliva | virgen extra | 9 | 22 | none | pack`),
  },
  {
    name: 'Navidad',
    code: 'NAV',
    products: 12,
    share: 0.02,
    elasticity: 1.2,
    returned: 0.045,
    months: [0.6, 0, 0, 0, 0, 0, 0, 0, 0.2, 1.2, 4.5, 4.8],
    kinds: kinds(`
      Adorno de árbol | de vidrio soplado, de madera, de fieltro | 5 | 14 | none | pack
      Belén | de barro, de madera de olivo | 29 | 89 | none |
      Corona de Navidad | de eucalipto, de pino | 24 | 46 | size |
      Calendario de adviento | de lino | 29 | 44 | none |`),
  },
]
