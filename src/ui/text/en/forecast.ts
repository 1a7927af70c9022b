import type { Dict } from '../translate.ts'

export const forecast: Dict['forecast'] = {
  title: 'Forecast',
  subtitle: 'Sales of the coming days, with how far they may be off',
}
