export const dashboard = {
  title: 'Resumen',
  subtitle: 'Cómo va la tienda y qué conviene hacer',
}
