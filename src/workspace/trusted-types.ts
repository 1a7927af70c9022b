/** For the app, which takes nothing of the model itself. */
export { guardSinks } from '../model/trusted-types.ts'
