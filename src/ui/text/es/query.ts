export const query = {
  title: 'Consultas',
  subtitle: 'Pregunta a tus datos con SQL',
}
