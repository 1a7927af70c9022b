export type * from '../model/preview.ts'
