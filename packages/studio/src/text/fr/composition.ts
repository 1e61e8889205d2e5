import type { Text } from '../text.ts'

export const composition: Text['composition'] = {
  name: 'Composition',
  all: 'Compositions',
}
