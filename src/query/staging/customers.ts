import { insertPeople } from './people.ts'
import { personColumns } from './person-sql.ts'

/** Fills `stage.identities` with the people of a customer file. */
export function insertCustomers(raw: string, columns: ReadonlyMap<string, string>): string[] {
  const column = (field: string): string => columns.get(field) ?? 'NULL::VARCHAR'
  const present = new Set([...columns.keys()].map((field) => (field === 'platform_id' ? 'customer' : field)))
  const name = `nullif(trim(concat_ws(' ', ${column('first_name')}, ${column('last_name')})), '')`
  return [
    `CREATE OR REPLACE TABLE stage.catalogue AS SELECT NULL::VARCHAR AS code, identity, person_id AS platform_id, person_email AS email, person_name AS name,
       person_phone AS phone, country FROM (
     SELECT *, ${personColumns(new Set([...present, 'name'])).join(', ')} FROM (
       SELECT ${column('email')} AS t_email, ${column('phone')} AS t_phone, ${column('platform_id')} AS t_customer, ${name} AS t_name, ${column('country')} AS country FROM ${raw}))`,
    ...insertPeople('stage.catalogue'),
  ]
}
