export type Mood = 'good' | 'mixed' | 'bad'
export type Phrases = {
  readonly titles: Readonly<Record<Mood, readonly string[]>>
  readonly openings: Readonly<Record<Mood, readonly string[]>>
  /** Aspects that any product has. */
  readonly aspects: readonly Readonly<Record<'good' | 'bad', readonly string[]>>[]
  /** Aspects of one category's products. */
  readonly special: Readonly<Record<string, Readonly<Record<'good' | 'bad', readonly string[]>>>>
  readonly endings: Readonly<Record<Mood, readonly string[]>>
}

const lines = (text: string): string[] => text.trim().split(/\s*\|\s*/)

const SPANISH: Phrases = {
  titles: {
    good: lines(`Preciosa compra | Me encanta | Tal como en la foto | Muy recomendable | Calidad de verdad | Repetiré |
      Regalo perfecto | Un acierto`),
    mixed: lines(`Está bien, sin más | Bonito, pero… | Correcto | Esperaba algo más | Cumple | Ni fu ni fa`),
    bad: lines(
      `Decepción | No lo recomiendo | Llegó roto | No es lo que esperaba | Mala experiencia | Lo he devuelto`,
    ),
  },
  openings: {
    good: lines(`Me encanta cómo queda en casa. | Es aún más bonito que en la foto. | Lo compré para mi casa nueva y ha
      sido un acierto. | Se lo regalé a mi madre y le encantó. | Segunda vez que compro aquí y no será la última. |
      Queda ideal en el salón. | Una maravilla. | Justo lo que buscaba. | Todo perfecto con el pedido. | Da gusto
      comprar así.`),
    mixed:
      lines(`No está mal, aunque esperaba algo más. | El producto cumple, sin más. | Tiene cosas buenas y otras
      no tanto. | En general bien. | Es bonito, pero no perfecto. | Por el precio, correcto.`),
    bad: lines(`Una decepción de compra. | No volveré a comprar este producto. | Una pena, porque en la foto
      parecía otra cosa. | No vale lo que cuesta. | Mal, muy mal. | Llegó en malas condiciones. | He tenido que
      devolverlo.`),
  },
  aspects: [
    {
      good: lines(`La calidad es excelente. | Se nota que está hecho a mano. | Los acabados son muy buenos. | El
        material es resistente y agradable.`),
      bad: lines(`La calidad deja mucho que desear. | Los acabados son malos. | Parece muy frágil. | A las dos semanas
        ya estaba estropeado.`),
    },
    {
      good: lines(
        `El envío fue rapidísimo. | Llegó en dos días. | Llegó antes de lo previsto. | La entrega, puntual.`,
      ),
      bad: lines(`El envío tardó más de una semana. | Llegó tarde y nadie avisó. | La entrega fue un desastre. | El
        transportista lo dejó en la calle.`),
    },
    {
      good: lines(
        `Venía muy bien embalado. | El embalaje es precioso y sin plástico. | La caja venía perfecta.`,
      ),
      bad: lines(
        `Venía mal embalado. | La caja llegó aplastada. | Una pieza llegó rota por culpa del embalaje.`,
      ),
    },
    {
      good: lines(
        `El color es tal cual se ve en la web. | El tono es precioso. | Los colores combinan con todo.`,
      ),
      bad: lines(
        `El color no se parece al de la foto. | El tono es mucho más oscuro. | El color es apagado.`,
      ),
    },
    {
      good: lines(`El tamaño es perfecto. | Tiene la medida justa.`),
      bad: lines(`Es mucho más pequeño de lo que parece. | El tamaño no corresponde con la descripción.`),
    },
    {
      good: lines(
        `Muy buena relación calidad-precio. | El precio es justo. | Con el descuento sale muy bien.`,
      ),
      bad: lines(`Es demasiado caro para lo que es. | El precio me parece excesivo.`),
    },
    {
      good: lines(`La atención al cliente, un diez. | Me resolvieron una duda enseguida.`),
      bad: lines(`La atención al cliente no contesta. | Nadie responde a mis correos.`),
    },
  ],
  special: {
    'Velas y aromas': {
      good: lines(
        `El olor llena toda la casa sin cansar. | El aroma es suave y natural. | Dura muchísimo encendida.`,
      ),
      bad: lines(`Apenas huele. | El aroma es demasiado fuerte y marea. | Se consume en una tarde.`),
    },
    Textil: {
      good: lines(
        `El tacto es suavísimo. | Tras varios lavados sigue como nuevo. | La tela tiene mucho cuerpo.`,
      ),
      bad: lines(`Encogió en el primer lavado. | La tela es áspera. | Suelta pelusa por todas partes.`),
    },
    Mesa: {
      good: lines(`Va al lavavajillas sin problema. | La mesa luce muchísimo.`),
      bad: lines(`Se desportilló el primer día. | Se raya con los cubiertos.`),
    },
    Baño: {
      good: lines(`Es muy suave con la piel. | Tiene un olor muy limpio.`),
      bad: lines(`Me irritó la piel. | Perdió el color enseguida.`),
    },
  },
  endings: {
    good: lines(
      `Muy recomendable. | Repetiré seguro. | Gracias, Casa Oliva. | Un diez. | Volveré a comprar.`,
    ),
    mixed: lines(`Quizá pruebe otro modelo. | Tres estrellas. | Aceptable.`),
    bad: lines(`No lo recomiendo. | Quiero que me devuelvan el dinero. | No repetiré.`),
  },
}

const ENGLISH: Phrases = {
  titles: {
    good: lines(
      `Lovely | Beautiful piece | Exactly as pictured | Great quality | Perfect present | Would buy again`,
    ),
    mixed: lines(`It's okay | Nice, but… | Decent | Expected a bit more | Does the job`),
    bad: lines(`Disappointed | Not as described | Arrived broken | Poor quality | Sent it back`),
  },
  openings: {
    good: lines(`I absolutely love it. | Even nicer than in the pictures. | Bought it for our new flat and it looks
      wonderful. | My mother was delighted with it. | My second order here and certainly not the last. | Just what I
      was looking for. | So happy with this purchase. | A beautiful piece.`),
    mixed:
      lines(`Not bad, but I expected a bit more. | It does the job. | Some good points, some less so. | It is fine
      overall. | Pretty, though not perfect.`),
    bad: lines(`Very disappointed. | I would not buy this again. | It looked quite different in the photo. | Not worth
      the money. | It arrived in poor condition. | I had to send it back.`),
  },
  aspects: [
    {
      good: lines(`The quality is excellent. | You can tell it is made by hand. | Sturdy and well finished.`),
      bad: lines(
        `The quality is poor. | It feels flimsy. | It fell apart within two weeks. | Badly finished.`,
      ),
    },
    {
      good: lines(`Delivery was really fast. | It arrived in two days. | It came earlier than promised.`),
      bad: lines(
        `Delivery took more than two weeks. | It arrived late and nobody told me. | The courier lost it once.`,
      ),
    },
    {
      good: lines(`Very well packed. | Lovely packaging without any plastic.`),
      bad: lines(`Badly packed. | The box was crushed. | One piece was broken when I opened the box.`),
    },
    {
      good: lines(`The colour is exactly as shown. | The shade is gorgeous.`),
      bad: lines(`The colour is nothing like the photo. | Much darker than shown.`),
    },
    {
      good: lines(`Just the right size.`),
      bad: lines(`Far smaller than it looks. | The size does not match the description.`),
    },
    {
      good: lines(`Great value for money. | Fairly priced. | A bargain with the discount.`),
      bad: lines(`Overpriced for what it is. | Too expensive.`),
    },
    {
      good: lines(`Customer service was very helpful. | They answered my question at once.`),
      bad: lines(`Customer service never replied. | Nobody answers my emails.`),
    },
  ],
  special: {
    'Velas y aromas': {
      good: lines(`The scent fills the room without being heavy. | Burns for ages. | It smells divine.`),
      bad: lines(`You can hardly smell it. | The scent gives me a headache. | Gone in one evening.`),
    },
    Textil: {
      good: lines(`So soft to the touch. | Washes beautifully.`),
      bad: lines(`It shrank in the first wash. | Scratchy fabric. | Lint everywhere.`),
    },
    Mesa: {
      good: lines(`Dishwasher proof. | Our table looks stunning.`),
      bad: lines(`It chipped on the first day. | Cutlery scratches it.`),
    },
    Baño: {
      good: lines(`Kind to the skin. | Smells fresh and clean.`),
      bad: lines(`It irritated my skin. | The colour faded at once.`),
    },
  },
  endings: {
    good: lines(`Highly recommended. | I will be back. | Thank you! | Ten out of ten.`),
    mixed: lines(`Maybe I will try another one. | Acceptable.`),
    bad: lines(`Avoid. | I want my money back. | Would not recommend.`),
  },
}

/** Phrases of the two languages that reviews are written in. */
export const PHRASES = { es: SPANISH, en: ENGLISH }
