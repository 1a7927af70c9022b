const list = (text: string): string[] => text.trim().split(/,\s+/)

export type Tongue = 'es' | 'en' | 'pt' | 'fr' | 'de'

/** Common given names and family names by language. */
export const NAMES: Record<Tongue, { given: string[]; family: string[] }> = {
  es: {
    given:
      list(`Lucía, María, Carmen, Ana, Laura, Marta, Elena, Sara, Paula, Cristina, Isabel, Pilar, Rocío, Inés,
      Nuria, Beatriz, Silvia, Raquel, Alba, Irene, Teresa, Julia, Claudia, Sofía, Noelia, Patricia, Begoña, Lola,
      Javier, Carlos, Antonio, Manuel, David, Daniel, Pablo, Sergio, Álvaro, Jorge, Miguel, Andrés, Luis, Íñigo`),
    family:
      list(`García, Martínez, López, Sánchez, Pérez, Gómez, Fernández, Ruiz, Díaz, Moreno, Muñoz, Álvarez,
      Romero, Alonso, Gutiérrez, Navarro, Torres, Domínguez, Vázquez, Ramos, Gil, Serrano, Blanco, Molina, Morales,
      Suárez, Ortega, Delgado, Castro, Ortiz, Rubio, Marín, Sanz, Iglesias, Núñez, Medina, Garrido, Cortés, Peña`),
  },
  en: {
    given:
      list(`Emma, Olivia, Sophie, Grace, Hannah, Emily, Charlotte, Kate, Fiona, Alice, Rachel, Megan, Lucy,
      James, Oliver, Thomas, Jack, William, George, Harry, Daniel, Andrew, Peter, Simon`),
    family:
      list(`Smith, Jones, Taylor, Brown, Wilson, Evans, Walker, Wright, Robinson, Thompson, White, Hughes,
      Edwards, Green, Hall, Wood, Harris, Clarke, O'Connor, O'Brien, Murphy, Kelly, Turner, Cooper`),
  },
  pt: {
    given:
      list(`Ana, Maria, Inês, Beatriz, Mariana, Catarina, Joana, Sofia, Rita, Marta, Teresa, Leonor, Patrícia,
      João, Pedro, Tiago, Miguel, Rui, Nuno, Francisco, Gonçalo, André`),
    family:
      list(`Silva, Santos, Ferreira, Pereira, Oliveira, Costa, Rodrigues, Martins, Sousa, Fernandes, Gonçalves,
      Gomes, Lopes, Marques, Almeida, Ribeiro, Pinto, Carvalho, Teixeira, Moreira, Correia, Mendes`),
  },
  fr: {
    given:
      list(`Camille, Julie, Marie, Claire, Sophie, Élodie, Chloé, Manon, Céline, Aurélie, Hélène, Anne, Margaux,
      Thomas, Nicolas, Julien, Pierre, Antoine, Mathieu, François, Hugo, Jérôme`),
    family:
      list(`Martin, Bernard, Dubois, Thomas, Robert, Petit, Durand, Leroy, Moreau, Laurent, Lefèvre, Michel,
      Garnier, Roux, Fournier, Girard, Bonnet, Mercier, Blanchard, Faure, Chevalier, Renaud`),
  },
  de: {
    given: list(`Anna, Julia, Lena, Katharina, Sabine, Laura, Christine, Hannah, Johanna, Franziska, Jana,
      Thomas, Michael, Stefan, Andreas, Jonas, Felix, Jürgen, Matthias, Björn`),
    family:
      list(`Müller, Schmidt, Schneider, Fischer, Weber, Meyer, Wagner, Becker, Schulz, Hoffmann, Schäfer, Koch,
      Bauer, Richter, Klein, Wolf, Schröder, Neumann, Schwarz, Zimmermann, Krüger, Köhler`),
  },
}

/** City, first digits of its postal codes, Shopify's province code, weight. */
export type City = { name: string; zip: string; province: string; provinceName: string; weight: number }

const cities = (table: string): City[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', zip = '', province = '', provinceName = '', weight] = line
        .split('|')
        .map((cell) => cell.trim())
      return { name, zip, province, provinceName, weight: Number(weight) }
    })

/** Where each country's customers live and how its addresses are written. */
export const PLACES = {
  ES: {
    streets: list(
      'Calle Mayor, Calle de la Luna, Avenida de América, Calle Real, Paseo del Prado, Calle Nueva',
    ),
    digits: 5,
    cities: cities(`
      Madrid | 280 | M | Madrid | 28
      Barcelona | 080 | B | Barcelona | 20
      València | 460 | V | Valencia | 10
      Sevilla | 410 | SE | Sevilla | 9
      Málaga | 290 | MA | Málaga | 7
      Zaragoza | 500 | Z | Zaragoza | 5
      Bilbao | 480 | BI | Vizcaya | 6
      Granada | 180 | GR | Granada | 4
      A Coruña | 150 | C | A Coruña | 4
      Palma | 070 | PM | Balears | 4
      Donostia | 200 | SS | Guipúzcoa | 3`),
  },
  PT: {
    streets: list('Rua do Carmo, Avenida da Liberdade, Rua das Flores, Rua Direita, Travessa do Sol'),
    digits: 4,
    cities: cities(`
      Lisboa | 12 | PT-11 | Lisboa | 45
      Porto | 41 | PT-13 | Porto | 30
      Coimbra | 30 | PT-06 | Coimbra | 12
      Faro | 80 | PT-08 | Faro | 13`),
  },
  FR: {
    streets: list(
      'Rue de la République, Rue Victor Hugo, Avenue Jean Jaurès, Rue des Écoles, Place du Marché',
    ),
    digits: 5,
    cities: cities(`
      Paris | 750 | | | 38
      Lyon | 690 | | | 16
      Toulouse | 310 | | | 16
      Bordeaux | 330 | | | 15
      Marseille | 130 | | | 15`),
  },
  DE: {
    streets: list('Hauptstraße, Gartenstraße, Bahnhofstraße, Lindenweg, Schillerstraße'),
    digits: 5,
    cities: cities(`
      Berlin | 10 | | | 34
      München | 80 | | | 22
      Hamburg | 20 | | | 22
      Köln | 50 | | | 22`),
  },
} as const
