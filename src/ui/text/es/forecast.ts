export const forecast = {
  title: 'Previsión',
  subtitle: 'Ventas de los próximos días, con su margen de error',
}
