import type { Text } from '../text.ts'

export const resources: Text['resources'] = {
  name: 'Ressources',
}
