import { plural } from '../plural.ts'
import type { Dict } from '../translate.ts'

const count = plural('en')

export const docs: Dict['docs'] = {
  title: 'API',
  subtitle:
    'All that Ventas does, for programs. There is no server: this very tab answers, from the data of this browser.',
  doors:
    'Call it from the console with window.ventas.call(method, path, options), or with fetch from any page of this site while a tab is open.',
  filter: 'Find an operation',
  count: (p) => count(p.count, { one: '# operation', other: '# operations' }),
  none: 'No operation is called that.',
  fields: 'Fields',
  field: 'Field',
  type: 'Type',
  required: 'required',
  noFields: 'No fields.',
  input: 'Input, as JSON',
  tryIt: 'Try it',
  changes: 'Changes the data of the open workspace.',
  answer: 'Answer {status}, in {ms} ms',
  notJson: 'The input is not JSON.',
  files: 'Files can only be given from the console.',
}
