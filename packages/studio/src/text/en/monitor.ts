/** The monitor. */
export const monitor = {
  name: 'Monitor',
} as const
