import { common } from './en/common.ts'
import { compare } from './en/compare.ts'
import { composition } from './en/composition.ts'
import { dashboard } from './en/dashboard.ts'
import { facts } from './en/facts.ts'
import { grid } from './en/grid.ts'
import { hands } from './en/hands.ts'
import { home } from './en/home.ts'
import { inspector } from './en/inspector.ts'
import { keys } from './en/keys.ts'
import { loopSettings } from './en/loop-settings.ts'
import { monitor } from './en/monitor.ts'
import { payload } from './en/payload.ts'
import { pipeline } from './en/pipeline.ts'
import { playback } from './en/playback.ts'
import { resources } from './en/resources.ts'
import { run } from './en/run.ts'
import { servers } from './en/servers.ts'
import { settings } from './en/settings.ts'
import { setup } from './en/setup.ts'
import { system } from './en/system.ts'
import { timeline } from './en/timeline.ts'

/** Everything the studio says, in English. Sentences of refusals come from the server. Cycles are counted from one for people. */
export const text = {
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
} as const
