import { type FoundColumn, namesAmong, phonesAmong } from '../../src/query/redaction.ts'
import type { Runner } from '../../src/query/statement.ts'
import { nameKey, namesIn, PHONE_DIGITS, phoneKey, phonesIn } from '../../src/store/file/known-people.ts'
import type { CustomerEdit } from '../../src/model/customer-edit.ts'
import { freeTexts } from '../../src/store/file/redact-rows.ts'
import type { Snapshot } from '../../src/store/file/snapshot.ts'

/** Those whom the merchant has named by hand: no file need know them. */
function namedByHand({ records }: Snapshot) {
  const names = new Set<string>()
  const phones = new Set<string>()
  for (const { data } of records.get('edits') ?? []) {
    if (data['kind'] !== 'customer' || !data['edit']) continue
    const edit = data['edit'] as CustomerEdit
    const { name, phone } = 'set' in edit ? edit.set : {}
    for (const told of [name, data['label']]) if (typeof told === 'string') names.add(nameKey(told))
    if (phone) phones.add(phoneKey(phone))
  }
  return { names, phones }
}

/** What may name somebody in the texts of a snapshot, and those who are named, as they are found part by part. */
export function seekPeople(snapshot: Snapshot) {
  const texts = [...freeTexts(snapshot)]
  const names = [...new Set(texts.flatMap(namesIn))]
  const phones = [...new Set(texts.flatMap(phonesIn))]
  const known = namedByHand(snapshot)
  return {
    known,
    async seek(runner: Runner, alias: string, columns: readonly FoundColumn[]): Promise<void> {
      const has = (name: string) =>
        columns.some(({ table_name, column_name }) => table_name === 'identities' && column_name === name)
      if (names.length > 0 && has('name'))
        for (const { name } of await runner.run(namesAmong(alias, names))) known.names.add(name)
      if (phones.length > 0 && has('phone'))
        for (const { phone } of await runner.run(phonesAmong(alias, phones, PHONE_DIGITS)))
          known.phones.add(phone)
    },
  }
}
