import { figureCases } from '../../../tests/figure-cases.ts'
import { openEngine } from '../duckdb.ts'

figureCases(openEngine)
