import { text as english } from './en.ts'
import { compare } from './fr/compare.ts'
import { grid } from './fr/grid.ts'
import { dashboard } from './fr/dashboard.ts'
import { servers } from './fr/servers.ts'
import { settings } from './fr/settings.ts'
import { payload } from './fr/payload.ts'
import { loopSettings } from './fr/loop-settings.ts'
import type { Text } from './text.ts'

/** Everything the studio says, in French. */
export const text: Text = {
  ...english,
  compare,
  grid,
  dashboard,
  servers,
  settings,
  payload,
  loopSettings,
}
