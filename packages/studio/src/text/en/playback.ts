/** Playing and scrubbing. */
export const playback = {
  name: 'Playback',
} as const
