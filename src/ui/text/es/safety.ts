import { plural } from '../plural.ts'

const count = plural('es')

export const safety = {
  deletedElsewhere: '«{name}» se ha borrado en otra pestaña',
  deletedElsewhereDetail: 'Esta pestaña sigue con otro espacio de trabajo.',
  evicted: 'El navegador ha borrado lo que estaba guardado',
  evictedDetail: 'Le faltaba espacio. Recarga la página: Ventas dice qué falta y cómo recuperarlo.',
  newerElsewhere: 'Hay una versión más nueva de Ventas abierta',
  newerElsewhereDetail: 'Recarga esta pestaña: así no escribe nada con la versión antigua.',
  newerData: 'Estos datos son de una versión más nueva de Ventas',
  newerDataDetail: 'No se ha abierto nada, para no estropearlos. Recarga para usar la versión nueva.',
  storeBroken: 'El navegador no puede abrir lo que tiene guardado',
  storeBrokenDetail:
    'Sus archivos están dañados. Cierra del todo el navegador y vuelve a abrirlo. Si sigue igual, borra los datos de este sitio en sus ajustes y abre tu copia exportada, o importa de nuevo los archivos de la tienda.',
  storeDenied: 'El navegador no deja que esta página guarde nada',
  storeDeniedDetail:
    'Las cookies y los datos de sitios están bloqueados, así que tu tienda no se podría guardar. Permítelos para esta dirección en los ajustes del navegador y vuelve a probar. Con eso no se envía nada a ninguna parte.',
  reload: 'Recargar',
  lostTitle: 'Faltan datos que ya estaban guardados',
  lostWhy:
    'El navegador los ha perdido: pasa cuando se dañan sus archivos, se llena el disco o algo borra los datos de este sitio. No has hecho nada mal.',
  lostOpen: '«{name}»: se guardaron {rows} líneas y no están.',
  lostDamaged: '«{name}»: sus archivos están dañados.',
  lostVanished: '«{name}» ha desaparecido, con {rows} líneas.',
  lostNoName: 'Ha desaparecido un espacio de trabajo, con {rows} líneas. Su nombre se ha perdido con él.',
  lostCopy: 'Hay una copia de rescate de {when}, con {rows} líneas.',
  lostNoCopy:
    'No hay ninguna copia de rescate en este navegador. Si el disco está lleno, libera espacio primero; después abre un archivo exportado o importa de nuevo los archivos de la tienda.',
  lostRestore: 'Recuperar la copia de rescate',
  lostFile: 'Abrir un archivo exportado',
  lostImport: 'Importar de nuevo los archivos de la tienda',
  lostForget: 'Darlo por perdido…',
  lostForgetTitle: '¿Dar «{name}» por perdido?',
  lostForgetWhat:
    'Se borran sus copias de rescate, que ahora pueden devolverlo. No se puede deshacer: después solo quedan un archivo exportado o los archivos de la tienda.',
  lostForgetDo: 'Borrar las copias',
  lostForgetHint: 'Borra también sus copias de rescate.',
  lostForgetNone: 'Este aviso desaparece; no se borra nada más.',
  lostRestored: 'Datos recuperados',
  lostRestoredDetail:
    'Vuelves a tener {rows} líneas. Lo que había justo antes está en otra copia de rescate.',
  // settings: copies
  copies: 'Copias de rescate y copia exportada',
  copiesWhat:
    'Cada 15 minutos de cambios, Ventas guarda una copia en otro sitio del navegador: las 3 últimas de hoy y una por día, 10 como mucho. Sirve si se daña la base de datos; no sirve si se borran los datos de este sitio o se pierde el equipo.',
  copiesNone: 'Todavía no hay ninguna copia de rescate: la primera se hace poco después de importar.',
  copyRows: (p: { rows: number; imports: number }) =>
    `${count(p.rows, { one: '# línea', other: '# líneas' })}, ${count(p.imports, { one: '# importación', other: '# importaciones' })}`,
  copyReason_change: 'automática',
  copyReason_migration: 'antes de actualizar el esquema',
  copyReason_restore: 'antes de volver a otra copia',
  copyReason_asked: 'hecha por ti',
  copyReason_merge: 'antes de combinar un archivo',
  copyReason_erasure: 'después de borrar a una persona',
  copyNow: 'Hacer una copia ahora',
  noRescuePlace: 'Esta ventana no tiene sitio para copias de rescate',
  noRescuePlaceDo: 'Pasa en las ventanas privadas. Exporta una copia a un archivo.',
  copyMade: 'Copia de rescate hecha',
  copyRestore: 'Volver a esta',
  copyRestoreNamed: 'Volver a la copia de {when}',
  copyRestoreTitle: '¿Volver a la copia de {when}?',
  copyRestoreWhat:
    'Todo el espacio de trabajo queda como estaba entonces. Antes se guarda una copia de lo que hay ahora, así que puedes deshacerlo.',
  exported: 'Copia exportada',
  exportedAge: (p: { readonly count: number }) =>
    p.count === 0 ? 'De hoy.' : count(p.count, { one: 'De hace # día.', other: 'De hace # días.' }),
  exportedNever: 'Nunca has exportado una copia.',
  exportedDue:
    'Hay cambios de hace más de una semana que solo están en este navegador. Exporta una copia y guárdala en otro sitio.',
  exportedFirst: 'Guarda una fuera de este navegador: es lo único que queda si se borran sus datos.',
  exportedFine: 'No hay cambios antiguos sin exportar.',
  remindTitle: 'Es hora de exportar una copia',
  remindGo: 'Exportar una copia',
  safariTitle: 'Safari puede borrar estos datos',
  safari:
    'Safari borra lo que guarda un sitio si pasas 7 días usando el navegador sin entrar en él. Para que no ocurra, instala Ventas (Compartir → Añadir a la pantalla de inicio, o al Dock) o exporta una copia cada semana.',
  // settings: history
  history: 'Historial de cambios',
  historyWhat:
    'Qué se hizo y cuándo, cada apunte encadenado al anterior. Muestra daños y retoques casuales; no es una prueba: quien tiene los datos podría reescribirlo entero. Al imprimir un informe, la cabeza de la cadena sale al pie: un historial reescrito después ya no encaja con ese papel.',
  historyIntact: (p: { n: number }) =>
    `La cadena está completa: ${count(p.n, { one: '# apunte', other: '# apuntes' })}.`,
  historyWarning: 'El historial de cambios no cuadra',
  historyWarningDo:
    'Faltan apuntes de lo que se hizo aquí, o alguien los ha cambiado. Las ventas se comprueban aparte: si les faltara algo, se diría.',
  historyGo: 'Ver el historial',
  historyBrokenDo:
    'Si en este equipo entra alguien más, compara tus datos con una copia exportada («Abrir un archivo…», «Comparar») y pon una contraseña. Si el equipo se apagó de golpe, suele bastar con saberlo.',
  historyMissing: 'Antes del apunte {at} faltan apuntes, hasta el número {upTo}.',
  historyBroken: 'El apunte {at} no es como se escribió.',
  historyCut: (p: { n: number }) =>
    `${count(p.n, { one: 'Falta el último apunte', other: 'Faltan los últimos # apuntes' })}: el navegador se detuvo antes de que llegara al disco, o alguien lo quitó. Los datos se comprueban aparte.`,
  historyHead: 'Cabeza de la cadena',
  printedHead: (p: { readonly n: number; readonly when: string }) =>
    `historial de cambios leído el ${p.when}, ${count(p.n, { one: '# apunte', other: '# apuntes' })}; su cabeza:`,
  historyNone: 'Todavía no hay apuntes.',
  historyMore: 'Ver los últimos apuntes',
  history_import: 'Importación',
  history_take_back: 'Importación deshecha',
  history_edit: 'Edición',
  history_training: 'Entrenamiento',
  history_export: 'Exportación',
  history_lock: 'Bloqueo',
  history_erasure: 'Persona borrada',
  history_retention: 'Regla de conservación',
  history_restore: 'Vuelta a una copia',
  history_settings: 'Ajustes',
  history_person: 'datos de una persona',
  history_merge: 'archivo combinado',
  history_people: (p: { readonly count: number }) =>
    count(p.count, { one: '# persona', other: '# personas' }),
  historyRows: '{rows} líneas',
  // settings: people
  people: 'Datos de personas',
  peopleWhat:
    'Para atender a un cliente que pide sus datos o que se borren. Los totales no cambian: se borra quién es, no lo que se vendió.',
  person: 'Correo, teléfono, número de cliente o nombre completo',
  personFind: 'Buscar',
  personLast: 'último pedido: {day}',
  personNever: 'sin pedidos',
  personMany: 'Solo se muestran las 20 primeras. Busca por correo o teléfono.',
  personNone: 'No hay nadie con ese dato.',
  personJson: 'Todo lo que hay, en JSON',
  personCsv: 'Todo lo que hay, en CSV',
  personErase: 'Borrar a esta persona',
  personEraseTitle: '¿Borrar a {name}?',
  personEraseWhat:
    'Se quitan su nombre, correo, teléfono y lo que los modelos guardan de ella, también de las copias de rescate. Si vuelve a aparecer en un archivo, se quita al importarlo. Los archivos que ya exportaste no cambian.',
  personEraseCheck: 'Entiendo que no se puede deshacer',
  personErased: 'Persona borrada',
  personErasedDetail:
    'Los totales son los mismos que antes. Los últimos archivos antiguos se van del disco la próxima vez que abras Ventas.',
  retention: 'Quien ya no compra',
  retentionWhat:
    'Borra de una vez quiénes son las personas que llevan tantos meses sin pedir; sus ventas siguen en los totales. Primero verás a cuántas afecta.',
  retentionMonths: 'Meses desde su último pedido',
  retentionPreview: 'Ver a cuántas afecta',
  retentionOf: (p: { readonly count: number; readonly day: string }) =>
    count(p.count, {
      one: `# persona no ha pedido nada desde el ${p.day}.`,
      other: `# personas no han pedido nada desde el ${p.day}.`,
    }),
  retentionOld:
    'Ojo: tus datos acaban el {last}. De lo que pidieron después no se sabe nada aquí. Importa antes los pedidos que faltan, o borrarás también a quien sigue comprando.',
  retentionApply: 'Borrarlas…',
  retentionTitle: (p: { readonly count: number }) =>
    count(p.count, { one: '¿Borrar a # persona?', other: '¿Borrar a # personas?' }),
  retentionEraseWhat:
    'Se quitan sus nombres, correos, teléfonos y lo que los modelos guardan de ellas, también de las copias de rescate. Si vuelven a aparecer en un archivo, se quitan al importarlo. Los archivos que ya exportaste no cambian.',
  retentionDo: 'Borrarlas',
  retentionMonthsBad: 'Entre 1 y 600 meses.',
  retentionDone: (p: { readonly count: number }) =>
    count(p.count, { one: '# persona borrada', other: '# personas borradas' }),
}
