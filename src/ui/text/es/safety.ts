export const safety = {
  deletedElsewhere: '«{name}» se ha borrado en otra pestaña',
  deletedElsewhereDetail: 'Esta pestaña sigue con otro espacio de trabajo.',
  newerElsewhere: 'Hay una versión más nueva de Ventas abierta',
  newerElsewhereDetail: 'Recarga esta pestaña: así no escribe nada con la versión antigua.',
  newerData: 'Estos datos son de una versión más nueva de Ventas',
  newerDataDetail: 'No se ha abierto nada, para no estropearlos. Recarga para usar la versión nueva.',
  reload: 'Recargar',
}
