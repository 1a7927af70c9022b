import { plural } from '../plural.ts'

const count = plural('es')

export const docs = {
  title: 'API',
  subtitle:
    'Todo lo que hace Ventas, para programas. No hay servidor: lo responde esta misma pestaña, con los datos de este navegador.',
  doors:
    'Se puede llamar desde la consola con window.ventas.call(método, ruta, opciones), o con fetch desde cualquier página de este sitio mientras haya una pestaña abierta.',
  filter: 'Buscar una operación',
  count: (p: { readonly count: number }) => count(p.count, { one: '# operación', other: '# operaciones' }),
  none: 'Ninguna operación se llama así.',
  fields: 'Campos',
  field: 'Campo',
  type: 'Tipo',
  required: 'obligatorio',
  noFields: 'Sin campos.',
  input: 'Entrada, en JSON',
  tryIt: 'Probar',
  changes: 'Cambia los datos del espacio abierto.',
  answer: 'Respuesta {status}, en {ms} ms',
  notJson: 'La entrada no es JSON.',
  files: 'Los archivos solo se pueden dar desde la consola.',
}
