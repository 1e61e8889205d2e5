import { cpus, release, totalmem, type } from 'node:os'
import { measureMetrics } from './counting.ts'
import { measureCycles } from './cycling.ts'
import { measureDecisions } from './deciding.ts'
import { mb, table, type Figure } from './measure.ts'
import { measureMedia } from './media.ts'
import { measurePaging } from './paging.ts'
import { measurePanel } from './panel.ts'
import { measurePlayback } from './playback.ts'
import { measureIdle, measureServers } from './serving.ts'
import { measureStart } from './starting.ts'
import { measureTimeline } from './timeline.ts'

const SUITES = { start: measureStart, decisions: measureDecisions, cycles: measureCycles, paging: measurePaging, panel: measurePanel, metrics: measureMetrics, servers: measureServers, idle: measureIdle, media: measureMedia, timeline: measureTimeline, playback: measurePlayback }

/** `npm run bench [-- suite …]`: prints the figures as Markdown, ready for docs/benchmarks.md. */
const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !Object.hasOwn(SUITES, name))
if (unknown.length > 0) throw new Error(`There is no suite ${unknown.join(', ')}. Choose of ${Object.keys(SUITES).join(', ')}.`)

const figures: Figure[] = []
for (const [name, measure] of Object.entries(SUITES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  console.error(`measuring: ${name} …`)
  figures.push(...(await measure()))
}
console.log(`${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${mb(totalmem())} memory, ${type()} ${release()}, Node ${process.versions.node}\n`)
console.log(table(figures))
