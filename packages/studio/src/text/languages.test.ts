import { expect, test } from 'vitest'
import { english as comfyEnglish } from '../comfy-page/text.ts'
import { french as comfyFrench } from '../comfy-page/text-fr.ts'
import { text as english } from './en.ts'
import { text as french } from './fr.ts'

/** Words that are the same in both, by their place. */
const SAME = new Set([
  'timeline.rulers.timecode', 'timeline.lanes.solo', 'playback.pause', 'playback.volume', 'inspector.transform', 'inspector.position', 'inspector.saturation', 'inspector.gain', 'inspector.kinds.video', 'inspector.composition', 'inspector.format', 'inspector.loop.place',
  'screens.composition', 'composition.name', 'composition.all', 'composition.tools', 'composition.versions', 'composition.versionBy', 'composition.groups.export',
  'dashboard.columns.workflow',
  'monitor.zoom', 'monitor.qualityShort.auto', 'monitor.moved',
  'comfy.title', 'settings.languages.en', 'settings.languages.fr',
  'product', 'workflows', 'cycle', 'cycles', 'kinds.video', 'profiles.pipeline',
  'pipeline.of', 'pipeline.name', 'pipeline.step', 'pipeline.kinds.image', 'setup.payload', 'setup.payloadEmpty', 'system.name', 'system.kinds.comfyui', 'facts.workflow', 'compare.ofCycles', 'servers.python', 'loopSettings.payload', 'servers.pytorch', 'payload.name', 'payload.views.source', 'payload.cycle', 'payload.cell', 'payload.historyRow', 'keyNames.Mod',
  'resources.kinds.video', 'resources.kind.video', 'resources.source.pause',
])
/** One of these fits any fact that a sentence is made of. */
const FACTS: readonly unknown[] = [2, 'x', ['x'], { node: '1', title: 'x', class_type: 'y', type: '*' }, false]

/** All choices of so many facts. */
const choices = (count: number): readonly (readonly unknown[])[] => (count === 0 ? [[]] : choices(count - 1).flatMap((before) => FACTS.map((fact) => before.concat([fact]))))

function attempt(sentence: (...facts: unknown[]) => unknown, facts: readonly unknown[]): string | undefined {
  try {
    const said = sentence(...facts)
    return typeof said === 'string' ? said : undefined
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Every pair of sentences, by its place. */
function* pairs(one: object, other: object, within = ''): Generator<[place: string, one: unknown, other: unknown]> {
  for (const [key, value] of Object.entries(one) as [string, unknown][]) {
    const there: unknown = Reflect.get(other, key)
    if (typeof value === 'object' && value !== null && typeof there === 'object' && there !== null) yield* pairs(value, there, `${within}${key}.`)
    else yield [within + key, value, there]
  }
}

/** A letter or two are a fact, or a unit. */
const hasWords = (said: unknown): boolean => /\p{L}{3}/u.test(String(said))

/** Whether both say the same in words; of functions, whether they do so of every fact that both understand. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'function' || typeof other !== 'function') return one === other && hasWords(one)
  const spoken = choices(one.length).map((facts) => [attempt(one as never, facts), attempt(other as never, facts)]).filter((both) => !both.includes(undefined))
  if (spoken.length === 0) throw new Error(`No sample of facts fits: ${String(one)}`)
  return spoken.every(([ours, theirs]) => ours === theirs && hasWords(ours))
}

test('nothing is left in English in French', () => {
  const all = [...pairs(english, french), ...pairs(comfyEnglish, comfyFrench, 'comfy.')]
  const same = all.filter(([, one, other]) => isSame(one, other)).map(([place]) => place)
  expect(same.filter((place) => !SAME.has(place))).toEqual([])
})

test('both languages say the same things', () => {
  const places = (said: object): string[] => Array.from(pairs(said, said), ([place]) => place).toSorted()
  expect(places(french)).toEqual(places(english))
})
