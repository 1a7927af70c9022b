import { figureCases } from '../../../tests/figure-cases.ts'
import { openNativeEngine } from '../../../tests/native-engine.ts'

figureCases(openNativeEngine)
