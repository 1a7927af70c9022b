import type { StoredRecord } from '../../store/records.ts'
import { subjectKey, subjectOf } from './subject.ts'
import type { Records } from '../stored-records.ts'

/** Whether two models do the same work: then only one of them can be the default. */
const rivals = (one: StoredRecord, other: StoredRecord): boolean =>
  one.data['task'] === other.data['task'] &&
  subjectKey(subjectOf(one.data)) === subjectKey(subjectOf(other.data))

/** Makes a model the one that predictions of its task and target use, or takes that from it. */
export async function makeDefault(models: Records, model: StoredRecord, chosen: boolean): Promise<void> {
  const before = (await models.list()).filter(({ data }) => data['default'] === true)
  for (const other of before)
    if (other.id !== model.id && rivals(other, model) && chosen)
      await models.change(other.id, { default: false })
  await models.change(model.id, { default: chosen, pinned: chosen })
}
