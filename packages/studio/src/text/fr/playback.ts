import type { Text } from '../text.ts'

export const playback: Text['playback'] = {
  name: 'Lecture',
}
