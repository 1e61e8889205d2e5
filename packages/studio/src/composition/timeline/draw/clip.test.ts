import { emptyProject, newClip, ticks, TICKS_PER_SECOND, type Clip, type Media } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SCALES } from '../geometry.ts'
import { drawClip } from './clip.ts'
import type { Pen } from './pen.ts'

const HOURS = 3600 * TICKS_PER_SECOND
const WIDTH = 1000
const film: Media = { id: 'film', name: 'film', kind: 'video', source: { type: 'missing', was: 'film' }, size: { width: 16, height: 9 }, duration: ticks(12 * HOURS), fps: { num: 25, den: 1 }, hasAudio: true }

/** Ten hours from the first on, a third of them fading in and a third fading out. */
function long(kind: Clip['kind']): Clip {
  const clip = newClip(emptyProject('', ''), { media: film, in: ticks(0), duration: ticks(10 * HOURS) }, kind, { id: 'c', start: ticks(HOURS), link: null })
  const fade = { duration: ticks(3 * HOURS), shape: 'smooth' as const }
  return { ...clip, fadeIn: fade, fadeOut: fade }
}

/** Where something is drawn from left to right. */
type Reach = readonly [what: string, left: number, right: number]

function drawn(clip: Clip, from: number, scale: number): { readonly reaches: readonly Reach[]; readonly curve: readonly (readonly [number, number])[] } {
  const reaches: Reach[] = []
  const curve: [number, number][] = []
  const rectangle = (what: string) => (x: number, _y: number, width: number): void => { reaches.push([what, x, x + width]) }
  const point = (x: number, y: number): void => { reaches.push(['line', x, x]); curve.push([x, y]) }
  const none = (): void => undefined
  const ctx = {
    fillRect: rectangle('fill'), strokeRect: rectangle('stroke'), lineTo: point, moveTo: none, beginPath: none, stroke: none, fill: none, save: none, restore: none, rect: none, clip: none, arc: none, ellipse: none,
    fillText: none, strokeText: none, measureText: (words: string) => ({ width: words.length * 6 }), font: '',
  }
  const shades = { body: '', title: '', wave: '' }
  const pen = { ctx, palette: { shadesOf: () => shades }, view: { from, scale, top: 0, width: WIDTH, height: 300 }, ratio: 1, mediaOf: () => undefined, pendingOf: () => undefined, words: {} }
  drawClip(pen as unknown as Pen, { y: 0, height: 60 }, { colour: null }, clip, { selected: true, idle: false, alpha: 1 })
  return { reaches, curve }
}

test('however long a clip is and however close one looks, nothing is drawn far from what is in sight', () => {
  let seen = 0
  fc.assert(fc.property(fc.constantFrom('video' as const, 'audio' as const), fc.double({ min: 0.9 * HOURS, max: 11.1 * HOURS, noNaN: true }), fc.double({ min: Math.log(SCALES.least), max: Math.log(1e11), noNaN: true }), (kind, from, zoom) => {
    const { reaches } = drawn(long(kind), from, Math.exp(zoom))
    seen += reaches.length
    for (const reach of reaches) expect(reach[1] >= -20 && reach[2] <= WIDTH + 20, String(reach)).toBe(true)
  }))
  expect(seen).toBeGreaterThan(500)
})

test('a fade is as high in sight as it is there, and begins and ends where it does', () => {
  const whole = drawn(long('video'), 0, (12 * HOURS) / WIDTH).curve
  expect([whole[0], whole.at(-3)].map((point) => Math.round(point?.[1] ?? -1))).toEqual([90, 90])
  // The middle of the fade in, close: half of it shows, at the left edge as at the right one.
  const close = drawn(long('video'), 2.5 * HOURS, SCALES.least).curve
  const ys = close.slice(0, -2).map(([, y]) => y)
  expect(ys.length).toBeGreaterThan(60)
  for (const y of ys) expect(Math.abs(y - 67.5)).toBeLessThan(1)
})
