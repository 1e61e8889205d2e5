import type { Text } from '../text.ts'

export const monitor: Text['monitor'] = {
  name: 'Moniteur',
}
