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
import {
  forecastSales,
  forecastSeriesOperation,
  generateForecastOperation,
  predictSalesOperation,
  trainForecast,
} from './forecast.ts'
import { health } from './health.ts'
import {
  commitImport,
  getImport,
  listImports,
  previewImport,
  refusedRows,
  takeBackImport,
} from './imports.ts'
import { cancelJob, getJob, listJobs } from './jobs.ts'
import { openApiOperation } from './openapi.ts'
import type { Operation } from './operation.ts'
import {
  changeSavedQuery,
  deleteSavedQuery,
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
  getClv,
  getChurn,
  trainCustomerSegmentation,
  getCustomerSegment,
  previewImport,
  commitImport,
  listImports,
  getImport,
  refusedRows,
  takeBackImport,
  runQuery,
  querySchema,
  listSavedQueries,
  saveQuery,
  changeSavedQuery,
  deleteSavedQuery,
  listCustomers,
  customerChoices,
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
  generateForecastOperation,
  forecastSeriesOperation,
  getSeasonality,
  getTruth,
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
