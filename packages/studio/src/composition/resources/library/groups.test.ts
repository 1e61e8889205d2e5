import type { LibraryItem, LibraryOrigin } from '@lemouf/core/protocol'
import { emptyProject, ticks, type Media } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsOf, SORTS, standsElsewhere, wished, type Lists, type Wish } from './groups.ts'
import { droppedOf, resourceOf, type Resource } from './resource.ts'
import { clipsOf, mediaIdsOf, unusedIn, usesIn } from './usage.ts'

const hex = (seed: number, length: number): string => seed.toString(16).padStart(length, '0')
const itemOf = (seed: number, origins: LibraryOrigin[], more: Partial<LibraryItem> = {}): LibraryItem => ({
  id: `sha256-${hex(seed, 64)}`, kind: 'image', name: `picture ${seed}.png`, media: hex(seed, 32), url: `/lemouf/media/${hex(seed, 32)}`, mime: 'image/png', bytes: 100 + seed, missing: false,
  thumb: `/lemouf/media/${hex(seed, 32)}/thumb`, filmstrip: null, peaks: null, origins,
  contents: { duration: null, clock_start: 0, video: null, audio: null, image: { width: 16, height: 9, frames: 1, alpha: false }, content_type: 'image/png', playable: true, problem: null }, ...more,
})
const made = (cycle: number, retry = 0, decision: 'approve' | 'reject' | null = 'approve', loop = 'skies'): LibraryOrigin => ({ type: 'loop', loop_id: loop, cycle_index: cycle, retry_index: retry, output_index: 0, decision })
const added = (at: number): LibraryOrigin => ({ type: 'upload', added_at: at })
const given = (id: string): LibraryOrigin => ({ type: 'pipeline', pipeline_id: 'p', node_id: '1', resource_id: id })
const listsOf = (more: Partial<Lists> = {}): Lists => ({ results: [], pipeline: [], added: [], media: [], info: () => undefined, loop: 'skies', ...more })
const namesIn = (lists: Lists): Record<string, string[]> => Object.fromEntries(groupsOf(lists).map(({ id, resources }) => [id, resources.map(({ name, madeBy }) => (madeBy === undefined ? name : `${madeBy.cycle_index}.${madeBy.retry_index}`))]))
const still = (id: string, name: string, source: Media['source']): Media => ({ id, name, source, kind: 'image', size: { width: 16, height: 9 } })

test('results stand by cycle and retry, the pipeline as it lists, what was added by time, the composition by name', () => {
  const lists = listsOf({
    results: [itemOf(3, [made(10)]), itemOf(1, [made(2, 1)]), itemOf(2, [made(2, 0, 'reject')])],
    pipeline: [{ item: itemOf(8, [given('b')]), at: 1 }, { item: itemOf(9, [given('a')]), at: 0 }],
    added: [itemOf(5, [added(20)]), itemOf(4, [added(10)])],
    media: [still('m2', 'take 10', { type: 'missing', was: 'lost.png' }), still('m1', 'take 2', { type: 'missing', was: '' })],
  })
  expect(namesIn(lists)).toEqual({ composition: ['take 2', 'take 10'], results: ['2.0', '2.1', '10.0'], pipeline: ['picture 9.png', 'picture 8.png'], added: ['picture 4.png', 'picture 5.png'] })
})

test('the same bytes stand in every place that they come from, and no result of another loop', () => {
  const both = itemOf(1, [made(0), made(4), made(7, 0, 'approve', 'other'), given('x'), added(5)])
  expect(namesIn(listsOf({ results: [both], pipeline: [{ item: both, at: 0 }], added: [both] }))).toEqual({ results: ['0.0', '4.0'], pipeline: ['0.0'], added: ['0.0'] })
})

test('all of the composition stands elsewhere as well where its bytes, or what made them, are listed, and nothing is missing', () => {
  const film = still('m1', 'a', { type: 'store', id: hex(1, 32) })
  const result = still('m2', 'b', { type: 'loop', id: hex(9, 32), loop: 'skies', cycle: 2, retry: 0, output: 0 })
  const elsewhere = (more: Partial<Lists>): boolean => standsElsewhere(groupsOf(listsOf(more)))
  const [added1, made2] = [itemOf(1, [added(1)]), itemOf(2, [made(2)])]
  expect(elsewhere({ media: [film, result], added: [added1], results: [made2] })).toBe(true)
  expect(elsewhere({ media: [film, result], added: [added1] })).toBe(false)
  expect(elsewhere({ media: [film], added: [{ ...added1, missing: true }] })).toBe(false)
  expect(elsewhere({ media: [still('m3', 'c', { type: 'missing', was: '' })], added: [added1] })).toBe(false)
})

const items = fc.uniqueArray(fc.nat(60), { maxLength: 25 }).chain((seeds) => fc.tuple(...seeds.map((seed) => fc.tuple(fc.nat(9), fc.nat(3), fc.nat(3)).map(([cycle, retry, at]) => itemOf(seed, [made(cycle, retry), added(at), given(`r${seed % 4}`)])))))

test('in whatever order the lists come, the groups are the same, and sorted they have the same resources', () => {
  fc.assert(fc.property(items, fc.infiniteStream(fc.nat()), (list, chance) => {
    const shuffled = <T>(things: readonly T[]): T[] => things.map((thing) => ({ thing, by: chance.next().value as number })).sort((a, b) => a.by - b.by).map(({ thing }) => thing)
    const media = list.map(({ media: id, name, origins: [origin] }, index) => still(id!, name.slice(0, 9), index % 2 === 0 || origin?.type !== 'loop' ? { type: 'store', id: id! } : { type: 'loop', id: id!, loop: 'skies', cycle: origin.cycle_index, retry: origin.retry_index, output: 0 }))
    const pipeline = list.map((item, at) => ({ item, at }))
    const groups = groupsOf(listsOf({ results: list, pipeline, added: list, media }))
    expect(groupsOf(listsOf({ results: shuffled([...list, ...list]), pipeline: shuffled(pipeline), added: shuffled(list), media: shuffled(media) }))).toEqual(groups)
    const keys = groups.flatMap(({ resources }) => resources.map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
    for (const sort of SORTS) expect(wished(groups, wish({ sort })).flatMap(({ resources }) => resources.map(({ key }) => key)).toSorted()).toEqual(keys.toSorted())
  }))
})

const wish = (more: Partial<Wish>): Wish => ({ search: '', kind: 'all', sort: 'listed', words: ({ madeBy }) => (madeBy === undefined ? '' : `Cycle ${madeBy.cycle_index + 1}`), ...more })

test('what is searched for is found by all its words, whatever their accents, and by its cycle', () => {
  const groups = groupsOf(listsOf({ results: [itemOf(1, [made(0)], { name: 'Été à la mer.png' }), itemOf(2, [made(11)])], added: [itemOf(3, [added(1)], { kind: 'audio', name: 'mer.wav' })] }))
  const found = (more: Partial<Wish>): string[] => wished(groups, wish(more)).flatMap(({ resources }) => resources.map(({ name }) => name))
  expect([found({ search: 'ete MER' }), found({ search: 'mer', kind: 'audio' }), found({ search: 'cycle 12' }), found({ search: 'nothing' })]).toEqual([['Été à la mer.png'], ['mer.wav'], ['picture 2.png'], []])
  expect(found({ sort: 'size' })).toEqual(['picture 2.png', 'Été à la mer.png', 'mer.wav'])
})

test('a result put on the timeline knows its attempt and what was known of its loop; a marked stretch of a film goes alone', () => {
  const result = resourceOf(itemOf(1, [made(3, 1)]), 'results', made(3, 1))!
  expect(droppedOf(result, () => 42)).toMatchObject({ media: { source: { type: 'loop', loop: 'skies', cycle: 3, retry: 1, output: 0 } }, choice: { loop: 'skies', cycle: 3, retry: 1, chosenAt: 42, follow: null, wanted: null } })
  const sound = itemOf(2, [added(1)], { kind: 'audio', contents: { ...itemOf(2, []).contents!, image: null, duration: 9000, audio: {} as never } })
  const resource = resourceOf(sound, 'added', added(1))!
  expect(droppedOf(resource, () => 0, { in: ticks(100), out: ticks(400) })).toEqual({ media: { id: hex(2, 32), kind: 'audio', name: 'picture 2.png', duration: 9000, source: { type: 'store', id: hex(2, 32) } }, in: 100, duration: 300 })
  expect([droppedOf({ ...resource, contents: null }, () => 0), droppedOf({ ...resource, missing: true }, () => 0), resourceOf(itemOf(1, [added(1)], { kind: 'model' }), 'added', added(1))]).toEqual([undefined, undefined, undefined])
})

test('uses are counted over the lanes, linked picture and sound once, and found again from each side', () => {
  const clip = (id: string, media: string, start: number, link: string | null) => ({ id, media, start, link }) as never
  const lanes = [{ id: 'v', clips: [clip('a', 'film', 50, 'l'), clip('b', 'sky', 0, null)] }, { id: 's', clips: [clip('c', 'film', 50, 'l'), clip('d', 'film', 90, null)] }] as never
  const sky = still('sky', 'sky', { type: 'loop', id: hex(1, 32), loop: 'skies', cycle: 3, retry: 0, output: 0 })
  const project = { ...emptyProject('c', 'c'), lanes, media: [still('film', 'film', { type: 'store', id: hex(7, 32) }), sky, still('spare', 'spare', { type: 'missing', was: '' })] }
  const uses = usesIn(project)
  const twin: Resource = resourceOf(itemOf(9, [made(3)]), 'results', made(3))!
  expect([uses.of(twin), uses.of({ ...twin, madeBy: undefined, storeId: hex(7, 32) }), uses.of({ ...twin, madeBy: undefined })]).toEqual([1, 2, 0])
  expect([mediaIdsOf(project, twin), clipsOf(project, new Set(['film'])).map(({ id }) => id), unusedIn(project)]).toEqual([['sky'], ['a', 'c', 'd'], ['spare']])
})
