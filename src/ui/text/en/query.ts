import type { Dict } from '../translate.ts'

export const query: Dict['query'] = {
  title: 'Queries',
  subtitle: 'Ask your data with SQL',
}
