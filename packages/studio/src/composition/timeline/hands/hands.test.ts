import { applyEdit, emptyProject, FRAME_RATES, newClip, ticks, TICKS_PER_SECOND, violations, type Edit, type Media, type Project } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shallowRef } from 'vue'
import { Editor } from '../../document/editor.ts'
import { createView, TOOLS, type Tool } from '../../document/view-state.ts'
import type { Motion, Transport } from '../../playback/transport.ts'
import { layoutOf, momentOf, RULER, xOf, yOf, type Viewport } from '../geometry.ts'
import { menuFor, type MenuWorld } from '../menus/menu.ts'
import { BARE } from '../surface.ts'
import { Bench } from './bench.ts'
import { Hand } from './hand.ts'
import type { Touch } from './touch.ts'
import { setMark } from './use-shortcuts.ts'

const second = (count: number) => ticks(Math.round(count * TICKS_PER_SECOND))
const film = (id: string, seconds: number): Media => ({ id, name: id, kind: 'video', source: { type: 'store', id }, size: { width: 16, height: 9 }, duration: second(seconds), fps: FRAME_RATES[0] ?? null, hasAudio: true })

interface Cut {
  readonly id: string
  readonly lane: string
  readonly from: number
  readonly to: number
  readonly in?: number
  readonly link?: string
}

/** Lanes V2, V1, A1, A2 with these cuts, each of a film of 30 s of its own. */
function paper(cuts: readonly Cut[], more: readonly Edit[] = []): Project {
  const base = { ...emptyProject('paper', 'paper'), format: { ...emptyProject('', '').format, fps: { num: 25, den: 1 } } }
  const lanes: Edit[] = ['V2', 'V1', 'A1', 'A2'].map((name) => ({ type: 'addLane', lane: name, kind: name.startsWith('V') ? 'video' : 'audio', at: 'bottom', name }))
  const placed = cuts.map(({ id, lane, from, to, in: start = 5, link = null }): Edit => {
    const media = film(id.replace("'", ''), 30)
    const clip = newClip(base, { media, in: second(start), duration: second(to - from) }, lane.startsWith('V') ? 'video' : 'audio', { id, start: second(from), link })
    return { type: 'place', arrivals: [{ clip, to: { lane } }], media: [media], mode: 'fit', scope: 'lanes', ids: `${id}ids` }
  })
  return [...lanes, ...placed, ...more].reduce((project, edit) => {
    const applied = applyEdit(project, edit)
    if (!applied.ok) throw new Error(applied.error.message)
    return applied.value.project
  }, base)
}

const HARBOUR: readonly Cut[] = [
  { id: 'p', lane: 'V2', from: 3, to: 7 },
  { id: 'a', lane: 'V1', from: 0, to: 8, link: 'l' }, { id: "a'", lane: 'A1', from: 0, to: 8, link: 'l' },
  { id: 'b', lane: 'V1', from: 8, to: 14 }, { id: 'c', lane: 'V1', from: 16, to: 20 },
  { id: 'm', lane: 'A2', from: 0, to: 20 },
]

/** A transport whose playhead moves by hand alone. */
function still(): Transport {
  const playhead = shallowRef(ticks(0))
  const motion = shallowRef<Motion>('paused')
  const seek: Transport['seek'] = (at) => { playhead.value = at }
  const none = (): void => undefined
  const scrub: Transport['scrub'] = (at) => {
    motion.value = 'scrubbing'
    seek(at)
  }
  const rate = shallowRef(0)
  const release = (): void => {
    motion.value = 'paused'
    rate.value = 0
  }
  const play: Transport['play'] = (speed = 1) => {
    motion.value = 'playing'
    rate.value = speed
  }
  return { playhead, motion, rate, play, pause: release, toggle: none, seek, scrub, release }
}

/** A hand over a composition: 40 pixels a second, all lanes in sight. */
function over(project: Project, tool: Tool = 'select') {
  const editor = new Editor(project)
  const view = createView({ timeline: { tool } })
  const viewport = (): Viewport => ({ from: view.timeline.from, scale: view.timeline.scale, top: view.timeline.top, width: 1000, height: 400 })
  const said: string[] = []
  const stage = {
    canvas: shallowRef(null), view: viewport, layout: () => layoutOf(editor.project.value.lanes, {}), surface: shallowRef(BARE),
    scroll: (x: number) => { view.timeline.from = Math.max(0, view.timeline.from + x * view.timeline.scale) }, say: (sentence: string) => { said.push(sentence) },
  }
  const bench = new Bench(editor, view, still(), stage)
  const hand = new Hand(bench)
  /** A place by second and lane, or zone, at a part of the lane's height. */
  const at = (seconds: number, lane: string, part = 0.7, held: Partial<Touch> = {}): Touch => {
    const row = stage.layout().rows.find((one) => one.lane.name === lane)
    const y = lane === 'ruler' ? 5 : lane === 'top' ? RULER + 8 : lane === 'bottom' ? RULER + stage.layout().height - 8 : yOf(viewport(), (row?.y ?? 0) + (row?.height ?? 0) * part)
    return { x: xOf(viewport(), second(seconds)), y, shift: false, mod: false, alt: false, coarse: false, ...held }
  }
  const drag = (from: Touch, to: Touch): void => {
    hand.move(from)
    hand.down(from)
    hand.move({ ...to, x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })
    hand.move(to)
    hand.up(to)
  }
  return { editor, view, hand, bench, at, drag, stage, said, shown: () => show(editor.project.value) }
}

const show = (project: Project): string => project.lanes.map((lane) => `${lane.name} ${lane.clips.map((clip) => `${clip.id.length > 8 ? '+' : clip.id}[${tidy(clip.start)}-${tidy(clip.start + clip.duration)}]`).join(' ')}`.trim()).join(' | ')
const tidy = (at: number): number => Math.round((at / TICKS_PER_SECOND) * 100) / 100

test('a drag moves what is linked along, and shows it before it is done', () => {
  const { drag, at, shown, hand, stage, editor } = over(paper(HARBOUR))
  const before = shown()
  hand.down(at(4, 'V1'))
  hand.move(at(24.1, 'V1'))
  expect([shown(), stage.surface.value.ghosts.map(({ clip, zone }) => [clip.id, zone]), [...stage.surface.value.lifted]]).toEqual([before, [['a', { lane: 'V1' }], ["a'", { lane: 'A1' }]], ['a', "a'"]])
  const ghosts = stage.surface.value.ghosts.map(({ clip }) => clip)
  hand.up(at(24.1, 'V1'))
  expect(editor.project.value.lanes.flatMap(({ clips }) => clips).filter(({ id }) => id.startsWith('a'))).toEqual(ghosts)
  expect(shown()).toBe("V2 p[3-7] | V1 b[8-14] c[16-20] a[20-28] | A1 a'[20-28] | A2 m[0-20]")
  drag(at(10, 'V1'), at(12, 'V2'))
  expect(shown()).toContain('V2 p[3-7] b[10-16]')
})

test('a drop on the zones above and below makes a lane there', () => {
  const { drag, at, shown } = over(paper(HARBOUR))
  drag(at(5, 'V2'), at(6, 'top'))
  drag(at(10, 'A2'), at(10, 'bottom'))
  expect(shown()).toBe("V3 p[4-8] | V2 | V1 a[0-8] b[8-14] c[16-20] | A1 a'[0-8] | A2 | A3 m[0-20]")
})

test('what is held beside the pointer inserts, copies, and suspends snapping', () => {
  const inserted = over(paper(HARBOUR))
  inserted.drag(inserted.at(17, 'V1'), inserted.at(9.1, 'V1', 0.7, { mod: true }))
  expect(inserted.shown()).toContain('V1 a[0-8] c[8-12] b[12-18]')
  const copied = over(paper(HARBOUR))
  copied.drag(copied.at(5, 'V2'), copied.at(15, 'V2', 0.7, { alt: true }))
  expect(copied.shown()).toContain('V2 p[3-7] +[13-17]')
  const free = over(paper(HARBOUR))
  free.drag(free.at(5, 'V2'), free.at(6.04, 'V2', 0.7, { shift: true }))
  expect(free.shown()).toContain('V2 p[4.04-8.04]')
})

test('the monitor looks at the frame of an end that is trimmed, at both sides of a cut, and the line at the pointer says what stops it', () => {
  const { hand, at, stage, view } = over(paper(HARBOUR))
  const pull = (tool: Tool, from: Touch, to: Touch) => {
    view.timeline.tool = tool
    hand.move(from)
    hand.down(from)
    hand.move(to)
    const { edges, hint } = stage.surface.value
    hand.bail()
    return [edges.map(tidy), hint?.text.split(' · ').at(-1)]
  }
  expect(pull('select', at(19.95, 'V1'), at(18.95, 'V1'))).toEqual([[18.96], expect.stringContaining('long')])
  expect(pull('select', at(16.05, 'V1'), at(17.05, 'V1'))).toEqual([[17], expect.stringContaining('long')])
  expect(pull('select', at(19.95, 'V1'), at(90, 'V1'))).toEqual([[40.96], 'end of the media'])
  expect(pull('select', at(16.05, 'V1'), at(10, 'V1'))).toEqual([[14], 'clip before'])
  expect(pull('roll', at(8.05, 'V1'), at(9.05, 'V1'))).toEqual([[8.96, 9], expect.stringContaining('+')])
  expect(pull('roll', at(8.05, 'V1'), at(20, 'V1'))).toEqual([[13.92, 13.96], 'one frame left'])
  expect(pull('slip', at(18, 'V1'), at(30, 'V1'))).toEqual([[16, 19.96], 'start of the media'])
  expect(pull('slide', at(10, 'V1'), at(11, 'V1'))).toEqual([[8.96, 15], expect.any(String)])
  expect(stage.surface.value.edges).toEqual([])
})

test('ends are trimmed, with what is linked, and roll, ripple, slip and slide do what they are called', () => {
  const cases: readonly [Tool, number, number, string][] = [
    ['select', 7.95, 5.95, "V1 a[0-6] b[8-14] c[16-20] | A1 a'[0-6]"],
    ['ripple', 7.95, 5.95, "V1 a[0-6] b[6-12] c[14-18] | A1 a'[0-6]"],
    ['roll', 8.05, 7.05, "V1 a[0-7] b[7-14] c[16-20] | A1 a'[0-7]"],
    ['slide', 11, 11.4, "V1 a[0-8.4] b[8.4-14.4] c[16-20]"],
    ['slip', 11, 13, "V1 a[0-8] b[8-14] c[16-20]"],
  ]
  for (const [tool, from, to, expected] of cases) {
    const { drag, at, shown, editor } = over(paper(HARBOUR), tool)
    drag(at(from, 'V1'), at(to, 'V1', 0.7, { shift: true }))
    expect(shown(), tool).toContain(expected)
    editor.undo()
    expect(shown(), tool).toBe(show(paper(HARBOUR)))
  }
})

test('slipping to the right shows what was before', () => {
  const { drag, at, editor } = over(paper(HARBOUR), 'slip')
  drag(at(11, 'V1'), at(13, 'V1'))
  expect(editor.project.value.lanes[1]?.clips[1]?.in).toBe(second(3))
})

test('the razor cuts what it points at with its sound, and with Shift everything', () => {
  const one = over(paper(HARBOUR), 'razor')
  one.drag(one.at(4, 'V1'), one.at(4, 'V1'))
  expect(one.shown()).toBe("V2 p[3-7] | V1 a[0-4] +[4-8] b[8-14] c[16-20] | A1 a'[0-4] +[4-8] | A2 m[0-20]")
  const all = over(paper(HARBOUR), 'razor')
  all.drag(all.at(4, 'V1', 0.7, { shift: true }), all.at(4, 'V1', 0.7, { shift: true }))
  expect(all.shown().match(/\[4-/g)).toHaveLength(4)
})

test('a click chooses a clip with what is linked, Shift adds, Ctrl toggles, an empty place clears', () => {
  const { editor, hand, at } = over(paper(HARBOUR))
  const click = (touch: Touch): string[] => {
    hand.down(touch)
    hand.up(touch)
    return [...editor.selection.value]
  }
  expect([click(at(4, 'V1')), click(at(10, 'V1', 0.7, { shift: true })), click(at(4, 'V1', 0.7, { mod: true })), click(at(15, 'V1'))]).toEqual([['a', "a'"], ['a', "a'", 'b'], ['b'], []])
})

test('a marquee chooses what it touches, and Escape gives back what was chosen', () => {
  const { editor, hand, at, drag } = over(paper(HARBOUR))
  drag(at(15, 'V1'), at(10, 'V2'))
  expect([...editor.selection.value]).toEqual(['b'])
  hand.down(at(15, 'V1'))
  hand.move(at(1, 'V2'))
  expect(editor.selection.value.size).toBe(4)
  hand.bail()
  expect([...editor.selection.value]).toEqual(['b'])
})

test('a group that is moved keeps its lanes apart, as far up and down as there are lanes', () => {
  const { drag, at, shown, bench } = over(paper(HARBOUR))
  bench.editor.select(['p', 'b'])
  drag(at(10, 'V1'), at(20.5, 'V2'))
  expect(shown()).toContain('V2 p[13.52-17.52] | V1 a[0-8] c[16-18.52] b[18.52-24.52]')
})

test('what is on a locked lane can be chosen and not moved; why is said', () => {
  const { drag, at, shown, editor } = over(paper(HARBOUR, [{ type: 'setLane', lane: 'A1', set: { locked: true } }]))
  const before = shown()
  drag(at(4, 'V1'), at(24, 'V1'))
  expect([shown(), editor.refusal.value?.reason]).toEqual([before, 'lane_locked'])
  drag(at(4, 'A1'), at(9, 'A1'))
  expect([shown(), editor.refusal.value?.reason, editor.canUndo.value]).toEqual([before, 'lane_locked', false])
})

test('fades and levels are pulled at their handles', () => {
  const { drag, at, editor, bench } = over(paper(HARBOUR))
  const clip = () => editor.project.value.lanes[0]?.clips[0]
  drag(at(3.2, 'V2', 0.05), at(4.2, 'V2', 0.05))
  expect(clip()?.fadeIn.duration).toBe(second(1))
  bench.choose(['p'])
  drag(at(5, 'V2', 15 / 62), at(5, 'V2', (15 + 21.5) / 62))
  const now = clip()
  expect(now?.kind === 'video' ? now.look.opacity : undefined).toBeCloseTo(0.5)
})

test('the ruler scrubs, marks with Shift, and moves markers', () => {
  const { drag, at, view, bench, hand, editor } = over(paper(HARBOUR, [{ type: 'putMarker', marker: { id: 'k', at: second(10), name: 'here', colour: null } }]))
  drag(at(1, 'ruler'), at(6, 'ruler'))
  expect([bench.transport.playhead.value, bench.transport.motion.value]).toEqual([second(6), 'paused'])
  hand.down(at(2, 'ruler'))
  hand.move(at(9, 'ruler'))
  hand.bail()
  expect(bench.transport.playhead.value).toBe(second(6))
  drag(at(2, 'ruler', 0, { shift: true }), at(4, 'ruler', 0, { shift: true }))
  expect([view.markIn, view.markOut]).toEqual([second(2), second(4)])
  drag({ ...at(10, 'ruler'), y: RULER - 4 }, { ...at(12, 'ruler'), y: RULER - 4 })
  expect(editor.project.value.markers[0]?.at).toBe(second(12))
})

test('a menu names the keys of what it does: those that act at the playhead only where it is meant', () => {
  const { bench } = over(paper(HARBOUR))
  bench.transport.seek(second(5))
  const clipboard = { isFull: () => true, copy: () => true, cut: () => undefined, paste: async () => undefined, pasteBetween: () => undefined }
  const world = { bench, clipboard } as unknown as MenuWorld
  const keyed = (at: number, on: 'ruler' | 'zone'): readonly (readonly [string, boolean])[] =>
    menuFor(world, on === 'ruler' ? { on } : { on, zone: 'top' }, second(at))[on === 'ruler' ? 1 : 0]!.map(({ label, shortcut }) => [label, shortcut !== undefined])
  expect(keyed(5, 'zone')).toEqual([['Paste', true], ['Paste between', true], ['Select all', true]])
  expect(keyed(7, 'zone')).toEqual([['Paste here', false], ['Paste here, between', false], ['Select all', true]])
  expect(keyed(5, 'ruler').map(([, has]) => has)).toEqual([true, true, true])
  expect(keyed(7, 'ruler').map(([, has]) => has)).toEqual([false, false, true])
})

test('Escape from the ruler plays on from where it was, as fast as before', () => {
  const { hand, at, bench: { transport } } = over(paper(HARBOUR))
  transport.seek(second(3))
  transport.play(-2)
  hand.down(at(8, 'ruler'))
  hand.move(at(9, 'ruler'))
  expect([transport.playhead.value, transport.motion.value]).toEqual([second(9), 'scrubbing'])
  hand.bail()
  expect([transport.playhead.value, transport.motion.value, transport.rate.value]).toEqual([second(3), 'playing', -2])
})

test('a mark takes in the frame that is seen: in and out on one frame are that frame', () => {
  const { bench, view } = over(paper(HARBOUR))
  setMark(bench, 'in', second(2))
  setMark(bench, 'out', second(2))
  expect([view.markIn, view.markOut]).toEqual([second(2), second(2.04)])
  setMark(bench, 'in', second(2.04))
  expect([view.markIn, view.markOut]).toEqual([second(2.04), null])
  setMark(bench, 'out', second(1))
  expect([view.markIn, view.markOut]).toEqual([null, second(1.04)])
  // At the end of all the last frame is seen.
  setMark(bench, 'in', second(20))
  setMark(bench, 'out', second(20))
  expect([view.markIn, view.markOut]).toEqual([second(19.96), second(20)])
})

test('two fingers move the view only while the hand has done nothing yet', () => {
  const { hand, at, shown } = over(paper(HARBOUR))
  const before = shown()
  hand.down(at(4, 'V1'))
  expect([hand.giveWay(), hand.isDown]).toEqual([true, false])
  hand.up(at(9, 'V1'))
  hand.down(at(4, 'V1'))
  hand.move(at(12, 'V1'))
  expect([hand.giveWay(), hand.isDown]).toEqual([false, true])
  hand.bail()
  expect([shown(), hand.giveWay()]).toEqual([before, true])
})

/** Any hand on any composition: what it does is sound, and Escape leaves no trace. */
const flags = fc.record({ shift: fc.boolean(), mod: fc.boolean(), alt: fc.boolean(), coarse: fc.boolean() })
const place = fc.noBias(fc.record({ x: fc.integer({ min: -40, max: 1000 }), y: fc.integer({ min: -10, max: 330 }) }))
const touch = fc.tuple(place, flags).map(([{ x, y }, { shift, mod, alt, coarse }]): Touch => ({ x, y, shift, mod, alt, coarse }))
const plain = place.map(({ x, y }): Touch => ({ x, y, shift: false, mod: false, alt: false, coarse: false }))
const event = fc.oneof(
  { weight: 8, arbitrary: fc.record({ what: fc.constant('drag' as const), from: plain, path: fc.array(touch, { minLength: 1, maxLength: 4 }), bails: fc.noBias(fc.integer({ min: 0, max: 3 })).map((roll) => roll === 0) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('tool' as const), tool: fc.constantFrom(...TOOLS) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('mode' as const), scope: fc.constantFrom('lanes' as const, 'all' as const), mode: fc.constantFrom('insert' as const, 'overwrite' as const) }) },
)
const MARKER: Edit = { type: 'putMarker', marker: { id: 'k', at: second(10), name: 'here', colour: null } }
const papers = fc.constantFrom<readonly [readonly Cut[], readonly Edit[]]>(
  [HARBOUR, []], [HARBOUR, [{ type: 'setLane', lane: 'A1', set: { locked: true } }, MARKER]], [HARBOUR, [{ type: 'group', clips: ['p', 'c'], group: 'g' }, MARKER]], [[], []],
)

test('whatever a hand does, the composition stays sound, Escape restores it, and undo leads back to the start', () => {
  let steps = 0
  fc.assert(fc.property(papers, fc.constantFrom(...TOOLS), fc.array(event, { minLength: 10, maxLength: 24, size: 'max' }), ([cuts, more], tool, events) => {
    const start = paper(cuts, more)
    const { editor, hand, stage, view } = over(start, tool)
    editor.onDone(() => { steps++ })
    for (const one of events) {
      if (one.what === 'undo') editor.undo()
      else if (one.what === 'tool') view.timeline.tool = one.tool
      else if (one.what === 'mode') Object.assign(view.timeline, { mode: one.mode, scope: one.scope })
      else {
        const before = editor.project.value
        hand.down(one.from)
        for (const move of one.path) {
          hand.move(move)
          expect(violations(editor.project.value)).toEqual([])
        }
        if (one.bails) {
          hand.bail()
          expect([editor.project.value === before, stage.surface.value]).toEqual([true, BARE])
        } else hand.up(one.path.at(-1) ?? one.from)
        expect([editor.busy.value, hand.isDown]).toEqual([false, false])
      }
      expect(violations(editor.project.value)).toEqual([])
    }
    while (editor.canUndo.value) editor.undo()
    expect(editor.project.value).toEqual(start)
  }), { numRuns: 200 })
  // It is no use if most hands did nothing.
  expect(steps).toBeGreaterThan(200)
})

test('the moment at a place is the place of the moment', () => {
  const { stage } = over(paper(HARBOUR))
  expect(momentOf(stage.view(), xOf(stage.view(), second(7)))).toBe(second(7))
})
