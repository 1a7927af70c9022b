/** Contraseña del espacio de trabajo: pantalla de bloqueo y ajustes. */
export const lock = {
  title: 'Contraseña y bloqueo',
  hint: 'Guarda los datos de este espacio cifrados en este dispositivo.',
  protects:
    'Protege de quien use este equipo o se lleve su disco cuando Ventas está bloqueado: sin la contraseña no se lee nada de tus ventas ni de tus clientes.',
  protectsNot:
    'No protege de programas maliciosos, de extensiones del navegador con acceso a la página ni de quien mire la pantalla mientras está desbloqueado. Quedan a la vista el nombre del espacio, cuántas filas hay y las fechas de las importaciones.',
  off: 'Este espacio no tiene contraseña: quien use este perfil del navegador puede verlo.',
  on: 'Este espacio está cifrado con una contraseña.',
  set: 'Poner una contraseña…',
  change: 'Cambiarla…',
  remove: 'Quitarla…',
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
  removeTitle: 'Quitar la contraseña',
  removeWhat: 'Los datos se guardarán de nuevo sin cifrar.',
  passphrase: 'Contraseña nueva',
  passphraseHint: 'Lo mejor son cuatro o cinco palabras que no tengan que ver entre sí.',
  repeat: 'Escríbela otra vez',
  differs: 'No es igual que la de arriba.',
  current: 'Contraseña actual o clave de recuperación',
  save: 'Guardar',
  changed: 'Contraseña cambiada',
  removed: 'Contraseña quitada',
  // recovery key
  recoveryTitle: 'Apunta tu clave de recuperación',
  recoveryWhat:
    'Si olvidas la contraseña, solo esta clave abre tus datos. No está guardada en ningún sitio y no se volverá a mostrar: imprímela o escríbela en papel.',
  print: 'Imprimir',
  written: 'La tengo apuntada en un lugar seguro',
  done: 'Hecho',
  // lock screen
  lockedTitle: '«{name}» está bloqueado',
  lockedWhat: 'Escribe su contraseña para abrirlo. También vale la clave de recuperación.',
  secret: 'Contraseña',
  unlock: 'Desbloquear',
  wrong: 'No es esa. Prueba otra vez.',
  forgotten:
    '¿La has olvidado? Usa la clave de recuperación que apuntaste al ponerla. Sin ninguna de las dos, nadie puede recuperar los datos.',
}
