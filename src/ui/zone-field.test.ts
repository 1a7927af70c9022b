import { expect, it } from 'vitest'
import { zoneNamed } from './zone-field.tsx'

it('knows a zone in any case, with spaces, by its old and its new name, and no other text', () => {
  expect(zoneNamed('europe/madrid')).toBe('Europe/Madrid')
  expect(zoneNamed(' America/New York ')).toBe('America/New_York')
  expect(zoneNamed('Asia/Kathmandu')).toBe(zoneNamed('Asia/Katmandu'))
  expect(zoneNamed('Madrid')).toBeNull()
  expect(zoneNamed('')).toBeNull()
  expect(zoneNamed('Europe/Atlantis')).toBeNull()
})
