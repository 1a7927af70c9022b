export const clusters = {
  title: 'Grupos que forman los propios datos',
  hint: 'K-Means agrupa a los clientes por lo que se parecen, y cada grupo recibe el nombre del segmento que de verdad le corresponde. Compáralo con la regla.',
  find: 'Buscar grupos',
  group: 'Grupo',
  groups: 'El cliente típico (mediana) de cada grupo',
  silhouette: 'Silueta',
  silhouetteHint:
    'De −1 a 1: cómo de separados están los grupos, medido en los ejes en que se buscaron ({share} de lo que distingue a los clientes). Con las cinco variables: {all}. Con datos de compras, de 0,3 a 0,5 es lo habitual.',
  stability: 'Estabilidad',
  stabilityHint: 'Acuerdo entre {n} intentos con otro azar; 1 es siempre los mismos grupos.',
  agreement: 'De acuerdo con la regla',
  agreementHint: 'Clientes que ambos llaman igual.',
  against: 'Grupo (filas) frente a la regla (columnas)',
  scan: 'Silueta según el número de grupos',
  byRule: 'Hay muy pocos clientes para formar grupos: valen los segmentos por regla.',
  how: 'Se comparan recencia, pedidos, ventas, antigüedad e intervalo, en logaritmos y a la misma escala; lo que dos de ellos dicen igual cuenta una vez (componentes principales). Se prueban varios números de grupos y varios comienzos. A un cliente cuyo grupo lleva un nombre que no es verdad para él (por ejemplo «nuevo» sin serlo) se le da el grupo siguiente más cercano, así que los nombres dicen lo que dicen.',
}
