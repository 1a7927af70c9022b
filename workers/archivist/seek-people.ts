import { type FoundColumn, namesAmong, phonesAmong } from '../../src/query/redaction.ts'
import type { Runner } from '../../src/query/statement.ts'
import { namesIn, PHONE_DIGITS, phonesIn } from '../../src/store/file/known-people.ts'
import { freeTexts } from '../../src/store/file/redact-rows.ts'
import type { Snapshot } from '../../src/store/file/snapshot.ts'

/** What may name somebody in the texts of a snapshot, and those who are named, as they are found part by part. */
export function seekPeople(snapshot: Snapshot) {
  const texts = [...freeTexts(snapshot)]
  const names = [...new Set(texts.flatMap(namesIn))]
  const phones = [...new Set(texts.flatMap(phonesIn))]
  const known = { names: new Set<string>(), phones: new Set<string>() }
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
