import { common } from './fr/common.ts'
import { compare } from './fr/compare.ts'
import { composition } from './fr/composition.ts'
import { dashboard } from './fr/dashboard.ts'
import { facts } from './fr/facts.ts'
import { grid } from './fr/grid.ts'
import { hands } from './fr/hands.ts'
import { home } from './fr/home.ts'
import { inspector } from './fr/inspector.ts'
import { keys } from './fr/keys.ts'
import { loopSettings } from './fr/loop-settings.ts'
import { monitor } from './fr/monitor.ts'
import { payload } from './fr/payload.ts'
import { pipeline } from './fr/pipeline.ts'
import { playback } from './fr/playback.ts'
import { resources } from './fr/resources.ts'
import { run } from './fr/run.ts'
import { servers } from './fr/servers.ts'
import { settings } from './fr/settings.ts'
import { setup } from './fr/setup.ts'
import { system } from './fr/system.ts'
import { timeline } from './fr/timeline.ts'
import { typeset } from './fr/typeset.ts'
import type { Text } from './text.ts'

/** Everything the studio says, in French. */
export const text: Text = typeset({
  ...common,
  ...home,
  ...run,
  ...keys,
  setup,
  pipeline,
  system,
  facts,
  compare,
  grid,
  dashboard,
  servers,
  settings,
  payload,
  loopSettings,
  composition,
  timeline,
  hands,
  monitor,
  playback,
  resources,
  inspector,
})
