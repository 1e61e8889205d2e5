import type { Text } from '../text.ts'

export const inspector: Text['inspector'] = {
  name: 'Inspecteur',
}
