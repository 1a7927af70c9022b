import { expect, it } from 'vitest'
import { pastedFiles } from './paste.ts'

const copied = (text: string) => ({ files: [] as unknown as FileList, getData: () => text })

it('takes cells of a spreadsheet as a table, and leaves words alone', async () => {
  const [file] = pastedFiles(copied('date\tamount\n2024-03-01\t10\n'), 'pasted.tsv')
  expect(file?.name).toBe('pasted.tsv')
  expect(await file?.text()).toContain('2024-03-01\t10')
  expect(pastedFiles(copied('hello, world'), 'a')).toEqual([])
  expect(pastedFiles(copied('one\ntwo'), 'a')).toEqual([])
  expect(pastedFiles(null, 'a')).toEqual([])
})
