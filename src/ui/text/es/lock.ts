/** Contraseña del espacio de trabajo: pantalla de bloqueo y ajustes. */
export const lock = {
  title: 'Contraseña y bloqueo',
  hint: 'Guarda los datos de este espacio cifrados en este dispositivo.',
  protects:
    'Protege de quien use este equipo o se lleve su disco cuando Ventas está bloqueado: sin la contraseña no se lee nada de tus ventas ni de tus clientes.',
  protectsNot:
    'No protege de programas maliciosos, de extensiones del navegador con acceso a la página ni de quien mire la pantalla mientras está desbloqueado. Tampoco cifra los archivos que exportes, que llevan su propia contraseña, ni los originales de la tienda. Quedan a la vista el nombre del espacio, cuántas filas hay y las fechas de las importaciones.',
  off: 'Este espacio no tiene contraseña: quien use este perfil del navegador puede verlo.',
  on: 'Este espacio está cifrado con una contraseña.',
  set: 'Poner una contraseña…',
  change: 'Cambiar la contraseña…',
  remove: 'Quitar la contraseña…',
  lockNow: 'Bloquear ahora',
  auto: 'Bloquear si no lo uso durante',
  auto_0: 'Nunca',
  auto_5: '5 minutos',
  auto_15: '15 minutos',
  auto_60: '1 hora',
  // dialogs
  setTitle: 'Poner una contraseña',
  setWhat: 'Todos los datos de este espacio se guardarán de nuevo, cifrados. Puede tardar unos segundos.',
  changeTitle: 'Cambiar la contraseña',
  changeWhat:
    'La clave de recuperación sigue siendo la misma. Para tener otra, quita la contraseña y ponla de nuevo.',
  removeTitle: 'Quitar la contraseña',
  removeWhat:
    'Los datos se guardarán de nuevo sin cifrar, y quien use este perfil del navegador podrá verlos. La clave de recuperación y la llave de acceso dejan de valer.',
  passphrase: 'Contraseña nueva',
  passphraseHint: 'Lo mejor son cuatro o cinco palabras que no tengan que ver entre sí.',
  tooWeak: 'Demasiado fácil de adivinar: alárgala para poder guardarla.',
  repeat: 'Escríbela otra vez',
  differs: 'No es igual que la de arriba.',
  current: 'Contraseña actual o clave de recuperación',
  save: 'Guardar',
  changed: 'Contraseña cambiada',
  removed: 'Contraseña quitada',
  // recovery key
  recoveryTitle: 'Apunta tu clave de recuperación',
  recoveryWhat:
    'Si olvidas la contraseña, solo esta clave abre tus datos. No está guardada en ningún sitio y no se volverá a mostrar: imprímela, escríbela en papel o guárdala en tu gestor de contraseñas.',
  recoveryPaper:
    'Abre este espacio de trabajo si se olvida su contraseña: se escribe en su lugar, con guiones o sin ellos. Guarda esta hoja lejos del equipo; quien la tenga puede leer los datos.',
  copyKey: 'Copiar',
  keyCopied: 'Copiada',
  recoveryOf: 'Ventas: clave de recuperación de «{name}», {when}',
  print: 'Imprimir',
  written: 'La tengo apuntada en un lugar seguro',
  done: 'Hecho',
  // lock screen
  lockedTitle: '«{name}» está bloqueado',
  lockedWhat: 'Escribe su contraseña para abrirlo. También vale la clave de recuperación.',
  secret: 'Contraseña',
  unlock: 'Desbloquear',
  wrong: 'No es esa. Prueba otra vez.',
  byRecovery: 'Abierto con la clave de recuperación',
  byRecoveryDo: 'Si has olvidado la contraseña, pon ahora una nueva. La clave sigue valiendo.',
  byRecoveryGo: 'Poner una nueva',
  forgotten:
    '¿La has olvidado? Usa la clave de recuperación que apuntaste al ponerla. Sin ninguna de las dos, nadie puede recuperar los datos: te quedan tu copia exportada o los archivos de la tienda.',
  elsewhere: 'Abrir un archivo exportado u otro espacio de trabajo',
  passkey: 'Añadir una llave de acceso…',
  noPasskey: 'Quitar la llave de acceso…',
  passkeyTitle: 'Abrir con una llave de acceso',
  passkeyWhat:
    'La huella, la cara o una llave de seguridad también abrirán este espacio. La contraseña y la clave de recuperación siguen valiendo: una llave se puede perder.',
  noPasskeyTitle: 'Quitar la llave de acceso',
  noPasskeyWhat: 'Solo la contraseña y la clave de recuperación abrirán este espacio.',
  passkeyAdded: 'La llave de acceso ya abre este espacio',
  passkeyGone: 'Llave de acceso quitada',
  passkeyNone:
    'La llave de acceso no respondió, o es de una clase que aquí no sirve (sin PRF). Usa la contraseña.',
  byPasskey: 'Usar la llave de acceso',
}
