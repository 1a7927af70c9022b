import { asModel, type Explanation, type Model, type ModelName } from './model.ts'

/** A model that says the same rate for every step; `rate` sees the observed steps. */
export const flatModel = (
  name: ModelName,
  rate: (values: Float64Array) => { readonly rate: number; readonly told?: Explanation },
): Model =>
  asModel<{ rate: number; told: Explanation }>({
    name,
    cost: { whole: 8, update: 4 },
    minimum: () => 3,
    fit: ({ raw }) => ({ told: {}, ...rate(raw) }),
    predict: (state, ahead) => new Float64Array(ahead.positions.length).fill(state.rate),
    explain: (state) => ({ rate: state.rate, ...state.told }),
  })
