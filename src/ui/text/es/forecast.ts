import { plural } from '../plural.ts'

const count = plural('es')
const days = (n: number) => count(n, { one: '# día', other: '# días' })

export const forecast = {
  title: 'Previsión',
  subtitle: 'Ventas de los próximos días, con su margen de error',
  // choices
  target: 'Qué prever',
  net_sales: 'Ventas netas',
  orders: 'Pedidos',
  units: 'Unidades',
  horizon: 'Hasta dónde',
  otherDays: 'Otro, de 1 a {most}',
  daysLeft: 'Tiene que ser de 1 a {most}.',
  days: (p: { n: number }) => days(p.n),
  model: 'Modelo',
  auto: 'Elegir el mejor',
  make: 'Prever {span}',
  again: 'Volver a entrenar',
  // states
  emptyTitle: 'La previsión necesita primero tus pedidos.',
  importFiles: 'Importar archivos',
  noneTitle: 'Todavía no hay una previsión a {span}: {what}.',
  noneDetail:
    'Se prueban varios modelos con días que no han visto y se usa el que menos falla. Se calcula en este dispositivo y suele tardar menos de un minuto.',
  job: 'Previsión: {what}, {span}',
  staysUsable: 'Puedes seguir usando Ventas mientras tanto.',
  phase_start: 'Leyendo el historial',
  phase_model: 'Probando: {model}',
  tooLittleTitle: 'Todavía no hay historial suficiente para prever.',
  tooLittleDetail: 'Hay {steps} completos con ventas y hacen falta al menos {needed}. Importa más historial.',
  cancelled: 'Previsión cancelada',
  cancelledDetail: 'No se ha guardado nada.',
  // provenance
  madeOn: 'Hecha el {at}, con datos del {from} al {to} ({days}).',
  changed: 'Los datos han cambiado desde entonces.',
  changedDetail: 'La previsión es de antes del último cambio. Vuelve a entrenar para tenerlo en cuenta.',
  dataEnd:
    'Tus datos acaban el {to}, así que la previsión empieza al día siguiente. Importa archivos más recientes para prever desde hoy.',
  shortHistory: (p: { days: number }) =>
    `Con ${days(p.days)} de historial no se ha visto dos veces el mismo mes: el ritmo del año no se puede aprender todavía.`,
  tooNarrow:
    'En las pruebas solo el {real} de los días cayó dentro de su intervalo del 80 %. Los intervalos de aquí ya cuentan con esos fallos, pero tómalos con cautela.',
  // headline
  expected: '{what}, {period}',
  perDay: 'Unas {value} por {each}.',
  lastYear: '{period}: {value}',
  noLastYear: 'No hay datos de los mismos días del año anterior.',
  // reason
  why: 'Por qué este modelo',
  chosen: 'Elegido: {model}',
  reason_BEST_ON_VALIDATION:
    'En los días de prueba con los que se eligió, su error fue {ratio} veces el de la regla simple ({error} frente a {simple}).',
  reason_BEST_ALONE: 'Fue el que menos falló en los días de prueba con los que se eligió.',
  reason_SIMPLE_RULE_WINS:
    'Ningún modelo falló menos que la regla simple «lo mismo que hace una semana» en los días de prueba (error {error}), así que se usa la regla simple.',
  reason_ASKED_FOR: 'Lo pediste tú.',
  reason_TOO_LITTLE_DATA:
    'Hay {steps} y los modelos se pueden comparar a partir de {needed}. Mientras tanto se usa una regla simple, la mediana de lo último parecido: faltan {left}.',
  reason_CONSTANT: 'Todo el historial vale lo mismo, así que la previsión es ese valor.',
  accuracy: (p: { tests: number; horizon: string; each: string; mae: string }) =>
    `Después, en ${count(p.tests, { one: 'una prueba aparte', other: '# pruebas aparte' })} de ${p.horizon} que no había visto, falló ${p.mae} de media por ${p.each}.`,
  covered: 'El {real} de lo que vino cayó dentro de su intervalo del 80 % y el {real95} dentro del 95 %.',
  members: 'Lo forman: {names}.',
  // chart
  chartTitle: '{what}: historial y previsión, {period}',
  chartUnit: '{unit} por {each}. Sombreado: intervalos del 80 % y del 95 %.',
  unitCount: 'Número',
  history: 'Historial',
  forecast: 'Previsión',
  // leaderboard
  leaderboard: 'Modelos comparados en días que no habían visto',
  leaderboardNote: (p: { tests: number; horizon: string }) =>
    `Medias de ${count(p.tests, { one: '# prueba', other: '# pruebas' })} de ${p.horizon}. El modelo se eligió con pruebas anteriores, para que estas no influyan en la elección.`,
  against: 'Contra la regla simple',
  mase: 'MASE',
  smape: 'sMAPE',
  rmse: 'RMSE',
  coverage80: 'Dentro del 80 %',
  coverage95: 'Dentro del 95 %',
  seconds: 'Segundos',
  inUse: 'en uso',
  columnsMean: 'Qué dice cada columna',
  againstMean:
    'Su error dividido entre el de «lo mismo que hace una semana»: 1,00 es igual; 0,80 es un 20 % menos de error.',
  maseMean:
    'Error medio por día, medido en lo que suelen cambiar tus ventas de una semana a otra. Por debajo de 1 es mejor que esa costumbre.',
  smapeMean: 'Error medio en porcentaje de la venta del día; los días con pocas ventas lo suben mucho.',
  rmseMean: 'Error típico por día, en la misma unidad que la previsión; castiga los fallos grandes.',
  coverageMean:
    'Cuántos días de prueba cayeron dentro del intervalo. Lo honesto es que se parezca a su nombre: 80 % y 95 %.',
  secondsMean: 'Cuánto tardó en este dispositivo.',
  model_seasonal_naive: 'Lo mismo que hace una semana (regla simple)',
  model_weekday_median: 'Mediana de los últimos días iguales',
  model_last_year: 'Las semanas del año pasado al nivel de hoy',
  model_ets: 'Suavizado exponencial (ETS)',
  model_theta: 'Theta',
  model_harmonic: 'Regresión con ondas del año y la semana',
  model_linear_regression: 'Regresión lineal',
  model_random_forest: 'Bosque aleatorio',
  model_gradient_boosting: 'Árboles potenciados (gradient boosting)',
  model_autoregression: 'Autorregresión (ARIMAX)',
  model_mstl: 'Descomposición por temporadas (MSTL)',
  model_prophet: 'Prophet',
  model_croston: 'Croston',
  model_sba: 'Croston corregido (SBA)',
  model_tsb: 'Teunter-Syntetos-Babai (TSB)',
  model_adida: 'Agregar y repartir (ADIDA)',
  model_neural: 'Red neuronal',
  model_global_network: 'Red de todos los productos',
  model_ensemble: 'Mediana ponderada de los modelos',
  // days
  daysTable: 'En detalle',
  day: 'Cuándo',
  weekday: 'Día de la semana',
  expectedDay: 'Previsto',
  low: '{level} % desde',
  high: '{level} % hasta',
  totalDays: 'Total de {span}',
}
