import {
  getChurn,
  getClv,
  getCustomerSegment,
  getRfm,
  trainCustomerSegmentation,
} from './customer-analytics.ts'
import {
  addNote,
  keepApartOperation,
  listDuplicates,
  listEdits,
  mergeCustomersOperation,
  removeNote,
  undoEdit,
} from './customer-links.ts'
import {
  changeCustomerOperation,
  createCustomerOperation,
  customerChoices,
  getCustomer,
  listCustomers,
  removeCustomerOperation,
  replaceCustomerOperation,
  predictCustomers,
  scoreCustomers,
} from './customers.ts'
import {
  getAnalyticsHeatmap,
  getHeatmap,
  getRows,
  getSeries,
  getSummary,
  getTop,
  listMetrics,
} from './dashboard.ts'
import { getDefinitions, putDefinitions } from './definitions.ts'
import { forecastSales, forecastSeriesOperation, predictSalesOperation, trainForecast } from './forecast.ts'
import { deleteRates, getRates, postRates, putReportingCurrency } from './rates.ts'
import { getTimeZone, putTimeZone } from './time-zone.ts'
import { getIdentityRule, putIdentityRule } from './identity-rule.ts'
import {
  forecastSales,
  forecastSeriesOperation,
  generateForecastOperation,
  predictSalesOperation,
  trainForecast,
} from './forecast.ts'
import { forecastDemandOperation } from './forecast-demand.ts'
import { generateForecastOperation, latestForecast } from './forecast-generate.ts'
import { getForecastRefresh, postForecastRefresh, setForecastRefresh } from './forecast-refresh.ts'
import { forecastSubjects } from './forecast-subjects.ts'
import { getBehaviour, getCohorts, getRetention } from './customer-history.ts'
import { health } from './health.ts'
import {
  commitImport,
  getImport,
  listImports,
  previewImport,
  refusedRows,
  takeBackImport,
} from './imports.ts'
import { deleteRecipe, exportRecipeFile, importRecipeFile, listRecipes } from './recipes.ts'
import { cancelJob, getJob, listJobs } from './jobs.ts'
import {
  changeModel,
  changePrediction,
  changeTrainingLog,
  deleteModel,
  deletePrediction,
  deleteTrainingLog,
  getModel,
  getPrediction,
  getTrainingLog,
  listModels,
  listPredictions,
  listTrainingLogs,
} from './kept-records.ts'
import { deletePassphrase, getLock, patchLock, postLock, postUnlock, putPassphrase } from './locks.ts'
import { openApiOperation } from './openapi.ts'
import type { Operation } from './operation.ts'
import {
  changeSavedQuery,
  deleteSavedQuery,
  getSavedQuery,
  listSavedQueries,
  querySchema,
  runQuery,
  saveQuery,
} from './query.ts'
import { changeSegment, listSavedSegments, removeSegment, saveSegment } from './saved-segments.ts'
import { getSeasonality, getTruth } from './rhythm.ts'
import {
  changeScenario,
  createScenario,
  deleteScenario,
  getScenario,
  listScenariosOperation,
  tryScenario,
} from './scenarios.ts'
import {
  exportWorkspaceFile,
  importWorkspaceFile,
  inspectWorkspaceFile,
  personalColumnsOf,
} from './workspace-files.ts'
import { erasePerson, exportPerson, findPeople, retainPeople } from './privacy.ts'
import { reconcileTotals } from './reconcile.ts'
import {
  bringBackWorkspace,
  forgetLostData,
  getAudit,
  getLostData,
  listRescueCopies,
  makeRescueCopy,
  restoreRescueCopy,
} from './safety.ts'
import {
  createWorkspace,
  getSettings,
  listWorkspaces,
  openWorkspaceById,
  removeWorkspace,
  renameWorkspace,
  storageState,
} from './workspaces.ts'

/** Adding an operation is one line here. */
const DESCRIBED = [
  health,
  getSummary,
  getSeries,
  getTop,
  getHeatmap,
  getAnalyticsHeatmap,
  getRows,
  listMetrics,
  getRfm,
  getDefinitions,
  putDefinitions,
  getRates,
  postRates,
  deleteRates,
  putReportingCurrency,
  getTimeZone,
  putTimeZone,
  getIdentityRule,
  putIdentityRule,
  getClv,
  getChurn,
  getCohorts,
  getRetention,
  getBehaviour,
  trainCustomerSegmentation,
  getCustomerSegment,
  reconcileTotals,
  previewImport,
  commitImport,
  listImports,
  getImport,
  refusedRows,
  takeBackImport,
  listRecipes,
  exportRecipeFile,
  importRecipeFile,
  deleteRecipe,
  runQuery,
  querySchema,
  listSavedQueries,
  getSavedQuery,
  saveQuery,
  changeSavedQuery,
  deleteSavedQuery,
  listCustomers,
  customerChoices,
  predictCustomers,
  scoreCustomers,
  listDuplicates,
  getCustomer,
  createCustomerOperation,
  changeCustomerOperation,
  replaceCustomerOperation,
  removeCustomerOperation,
  mergeCustomersOperation,
  keepApartOperation,
  addNote,
  removeNote,
  listEdits,
  undoEdit,
  listSavedSegments,
  saveSegment,
  changeSegment,
  removeSegment,
  trainForecast,
  predictSalesOperation,
  forecastSales,
  forecastDemandOperation,
  generateForecastOperation,
  latestForecast,
  forecastSubjects,
  getForecastRefresh,
  setForecastRefresh,
  postForecastRefresh,
  forecastSeriesOperation,
  getSeasonality,
  getTruth,
  listModels,
  getModel,
  changeModel,
  deleteModel,
  listPredictions,
  getPrediction,
  changePrediction,
  deletePrediction,
  listTrainingLogs,
  getTrainingLog,
  changeTrainingLog,
  deleteTrainingLog,
  listScenariosOperation,
  tryScenario,
  createScenario,
  getScenario,
  changeScenario,
  deleteScenario,
  listWorkspaces,
  createWorkspace,
  renameWorkspace,
  removeWorkspace,
  openWorkspaceById,
  exportWorkspaceFile,
  personalColumnsOf,
  inspectWorkspaceFile,
  importWorkspaceFile,
  getLock,
  putPassphrase,
  deletePassphrase,
  postLock,
  postUnlock,
  patchLock,
  getSettings,
  storageState,
  exportPerson,
  erasePerson,
  findPeople,
  retainPeople,
  getAudit,
  listRescueCopies,
  makeRescueCopy,
  restoreRescueCopy,
  getLostData,
  bringBackWorkspace,
  forgetLostData,
  listJobs,
  getJob,
  cancelJob,
] as unknown as readonly Operation[]

/** All operations, through every door. */
export const OPERATIONS: readonly Operation[] = [
  ...DESCRIBED,
  openApiOperation(() => OPERATIONS) as unknown as Operation,
]
