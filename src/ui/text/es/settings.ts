export const settings = {
  title: 'Ajustes',
  subtitle: 'Espacio de trabajo, aspecto y copias',
}
