import type { Text } from '../text.ts'

export const timeline: Text['timeline'] = {
  name: 'Montage',
}
