import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Edit } from './edit.ts'
import { after, at, loose, refusalOf, show, tl } from './testing.ts'
import { ticks } from './time.ts'
import { violations } from './violations.ts'

const AV = "V1 a[0-5] b[5-9] c[9-12] | A1 a'[0-5] b'[5-9] c'[9-12] | A2 m[0-12]"

/** Does edits and shows the outcome, which is sound. */
function edited(text: string, ...edits: Edit[]): string {
  const project = after(tl(text), ...edits)
  expect(violations(project)).toEqual([])
  return show(project)
}

const trim = (clip: string, edge: 'start' | 'end', by: number, ripple: 'lanes' | 'all' | null = null): Edit => ({ type: 'trim', clip, edge, by: at(by), ripple })
const put = (word: string, lane: string, mode: 'overwrite' | 'insert' | 'fit', scope: 'lanes' | 'all' = 'lanes'): Edit => {
  const { clip, media } = loose(word, lane.startsWith('V') ? 'video' : 'audio')
  return { type: 'place', arrivals: [{ clip, to: { lane } }], media, mode, scope, ids: 'n' }
}
const move = (clips: string[], by: number, mode: 'overwrite' | 'insert' | 'fit' = 'fit', to: Extract<Edit, { type: 'move' }>['to'] = []): Edit =>
  ({ type: 'move', clips, by: at(by), to, mode, scope: 'lanes', ids: 'moved' })

describe('placing', () => {
  test('inserting splits what is there and pushes it away, together with what is linked', () => {
    expect(edited(AV, put('x[2-4]', 'V1', 'insert'))).toBe(
      "V1 a[0-2] x[2-4] n.1[4-7@2] b[7-11] c[11-14] | A1 a'[0-2] n.2[4-7@2] b'[7-11] c'[11-14] | A2 m[0-12]")
  })

  test('inserting into all lanes splits the music too', () => {
    expect(edited(AV, put('x[5-6]', 'V1', 'insert', 'all'))).toBe(
      "V1 a[0-5] x[5-6] b[6-10] c[10-13] | A1 a'[0-5] b'[6-10] c'[10-13] | A2 m[0-5] n.1[6-13@5]")
  })

  test('the two sides of a cut are linked among themselves', () => {
    const project = after(tl(AV), put('x[2-4]', 'V1', 'insert'), move(['n.1'], 10))
    expect(show(project)).toBe("V1 a[0-2] x[2-4] b[7-11] c[11-14] n.1[14-17@2] | A1 a'[0-2] b'[7-11] c'[11-14] n.2[14-17@2] | A2 m[0-12]")
  })

  test('overwriting takes away what is covered and nothing else', () => {
    expect(edited(AV, put('x[4-10]', 'V1', 'overwrite'))).toBe("V1 a[0-4] x[4-10] c[10-12@1] | A1 a'[0-5] b'[5-9] c'[9-12] | A2 m[0-12]")
    expect(edited(AV, put('x[1-2]', 'V1', 'overwrite'))).toBe("V1 a[0-1] x[1-2] n.1[2-5@2] b[5-9] c[9-12] | A1 a'[0-2] n.2[2-5@2] b'[5-9] c'[9-12] | A2 m[0-12]")
  })

  test('what is overwritten in its middle becomes two clips, each with its sound', () => {
    const project = after(tl(AV), put('x[1-2]', 'V1', 'overwrite'))
    expect(show(after(project, { type: 'lift', clips: ['n.1'] }))).toBe("V1 a[0-1] x[1-2] b[5-9] c[9-12] | A1 a'[0-2] b'[5-9] c'[9-12] | A2 m[0-12]")
    expect(show(after(project, trim('n.2', 'end', -1)))).toBe("V1 a[0-1] x[1-2] n.1[2-4@2] b[5-9] c[9-12] | A1 a'[0-2] n.2[2-4@2] b'[5-9] c'[9-12] | A2 m[0-12]")
    const locked = after(tl("V1 a[0-5] | A1! a'[0-5]"), put('x[1-2]', 'V1', 'overwrite'))
    expect(show(locked)).toBe("V1 a[0-1] x[1-2] n.1[2-5@2] | A1! a'[0-5]")
    expect(show(after(locked, move(['n.1'], 3)))).toBe("V1 a[0-1] x[1-2] n.1[5-8@2] | A1! a'[0-5]")
  })

  test('what does not fit is refused', () => {
    expect(refusalOf(tl(AV), put('x[4-6]', 'V1', 'fit'))).toBe('occupied')
    expect(refusalOf(tl(AV), put('x[0-101]', 'V1', 'overwrite'))).toBe('beyond_source')
    expect(refusalOf(tl('V1! a[0-5]'), put('x[6-7]', 'V1', 'fit'))).toBe('lane_locked')
    expect(refusalOf(tl('V1 a[0-5]'), put('x[6-7]', 'V2', 'fit'))).toBe('unknown_lane')
    expect(refusalOf(tl('V1 a[0-5]'), put('a[6-7]', 'V1', 'fit'))).toBe('id_taken')
    expect(refusalOf(tl("V1 a[0-5] | A1! a'[0-5]"), put('x[1-2]', 'V1', 'insert'))).toBe('lane_locked')
  })

  test('ids that an edit makes never meet what is there', () => {
    const once = after(tl(AV), put('x[2-4]', 'V1', 'insert'))
    const { clip, media } = loose('y[1-2]', 'video')
    const again = (id: string): Edit => ({ type: 'place', arrivals: [{ clip: { ...clip, id }, to: { lane: 'V1' } }], media, mode: 'overwrite', scope: 'lanes', ids: 'n' })
    expect(show(after(once, again('y')))).toBe("V1 a[0-1] y[1-2] x[2-4] n.1[4-7@2] b[7-11] c[11-14] | A1 a'[0-2] n.2[4-7@2] b'[7-11] c'[11-14] | A2 m[0-12]")
    expect(violations(after(once, put('z[5-6]', 'V1', 'overwrite')))).toEqual([])
    expect(refusalOf(once, again('n.1'))).toBe('id_taken')
    expect(refusalOf(tl(AV), again('n.7'))).toBe('id_taken')
  })

  test.each([['top', 'V2+ x[0-2] | V1 a[0-5] | A1'], ['bottom', 'V1 a[0-5] | A1 | V2+ x[0-2]'], [1, 'V1 a[0-5] | V2+ x[0-2] | A1']] as const)(
    'a drop %s makes a lane there, by placing and by moving alike', (place, expected) => {
      const { clip, media } = loose('x[0-2]', 'video')
      expect(edited('V1 a[0-5] | A1', { type: 'place', arrivals: [{ clip, to: { newLane: 'new', at: place } }], media, mode: 'fit', scope: 'lanes', ids: 'n' })).toBe(expected)
      const target = { newLane: 'new', at: place }
      expect(edited('V1 a[0-5] x[6-8] | A1', move(['x'], -6, 'fit', [{ clip: 'x', target }]))).toBe(expected)
    })

  test('sound dropped at the top makes a lane of sound', () => {
    const { clip, media } = loose('x[0-2]', 'audio')
    expect(edited('V1 a[0-5]', { type: 'place', arrivals: [{ clip, to: { newLane: 'new', at: 'top' } }], media, mode: 'fit', scope: 'lanes', ids: 'n' }))
      .toBe('A1+ x[0-2] | V1 a[0-5]')
  })
})

describe('moving', () => {
  test('takes along what is linked, and stops at zero', () => {
    expect(edited("V1 a[2-4] | A1 a'[3-5]", move(['a'], 3))).toBe("V1 a[5-7] | A1 a'[6-8]")
    expect(edited("V1 a[2-4] | A1 a'[3-5]", move(["a'"], -9))).toBe("V1 a[0-2] | A1 a'[1-3]")
  })

  test('inserting it elsewhere pushes away what is there', () => {
    expect(edited(AV, move(['c'], -4, 'insert'))).toBe("V1 a[0-5] c[5-8] b[8-12] | A1 a'[0-5] c'[5-8] b'[8-12] | A2 m[0-12]")
  })

  test('a group moves together, an edit of one leaves the others', () => {
    const project = after(tl('V1 a[0-1] b[2-3] | V2 c[5-6]'), { type: 'group', clips: ['a', 'c'], group: 'g' }, move(['c'], 4), trim('c', 'end', 1))
    expect(show(project)).toBe('V1 b[2-3] a[4-5] | V2 c[9-11]')
    expect(show(after(project, { type: 'ungroup', clips: ['a'] }, move(['c'], 1)))).toBe('V1 b[2-3] a[4-5] | V2 c[10-12]')
  })

  test('ungrouping one dissolves the group', () => {
    const project = after(tl('V1 a[0-1] b[2-3] c[4-5]'), { type: 'group', clips: ['a', 'b', 'c'], group: 'g' }, { type: 'ungroup', clips: ['a'] }, move(['b'], 0.5))
    expect(show(project)).toBe('V1 a[0-1] b[2.5-3.5] c[4-5]')
  })

  test('a lane that a drop made goes when it is emptied, and is kept when the setting says so', () => {
    const away = move(['a'], 0, 'fit', [{ clip: 'a', target: { lane: 'V1' } }])
    expect(edited('V2+ a[0-1] | V1', away)).toBe('V1 a[0-1]')
    expect(edited('V2+ a[0-1] | V1', { type: 'settings', set: { tidyLanes: false } }, away)).toBe('V2+ | V1 a[0-1]')
    expect(edited('V2 a[0-1] | V1', away)).toBe('V2 | V1 a[0-1]')
  })

  test('is refused onto a lane of the other kind and from or to a locked one', () => {
    expect(refusalOf(tl("V1 a[0-1] | A1 a'[0-1]"), move(['a'], 0, 'fit', [{ clip: 'a', target: { lane: 'A1' } }]))).toBe('wrong_kind')
    expect(refusalOf(tl("V1 a[0-1] | A1! a'[0-1]"), move(['a'], 1))).toBe('lane_locked')
    expect(refusalOf(tl('V1 a[0-1] | V2!'), move(['a'], 1, 'fit', [{ clip: 'a', target: { lane: 'V2' } }]))).toBe('lane_locked')
  })
})

describe('trimming', () => {
  test('moves the edges of what is linked, and stops at neighbour and source', () => {
    expect(edited("V1 a[0-5] b[7-9] | A1 a'[0-5]", trim('a', 'end', 9))).toBe("V1 a[0-7] b[7-9] | A1 a'[0-7]")
    expect(edited("V1 a[2-5@1] | A1 a'[2-5@1]", trim('a', 'start', -2))).toBe("V1 a[1-5] | A1 a'[1-5]")
    expect(edited('V1 a[0-5@3|10]', trim('a', 'end', 9))).toBe('V1 a[0-7@3]')
    expect(edited('V1 a[0-5]', trim('a', 'end', -9))).toBe('V1 a[0-0.04]')
  })

  test('a still has no end of its own', () => {
    expect(edited('V1 a[3-5|∞]', trim('a', 'start', -2), trim('a', 'end', 100))).toBe('V1 a[1-105]')
  })

  test('rippling, the neighbours give way and linked lanes stay together', () => {
    expect(edited(AV, trim('b', 'end', 2, 'lanes'))).toBe("V1 a[0-5] b[5-11] c[11-14] | A1 a'[0-5] b'[5-11] c'[11-14] | A2 m[0-12]")
    expect(edited(AV, trim('b', 'start', 1, 'lanes'))).toBe("V1 a[0-5] b[5-8@1] c[8-11] | A1 a'[0-5] b'[5-8@1] c'[8-11] | A2 m[0-12]")
  })

  test('a roll moves the cut and keeps the whole', () => {
    expect(edited(AV, { type: 'roll', left: 'a', right: 'b', by: at(2) })).toBe("V1 a[0-7] b[7-9@2] c[9-12] | A1 a'[0-7] b'[7-9@2] c'[9-12] | A2 m[0-12]")
    expect(edited(AV, { type: 'roll', left: 'a', right: 'b', by: at(-2) })).toBe(AV)
    expect(edited('V1 a[0-5] b[5-9@3]', { type: 'roll', left: 'a', right: 'b', by: at(-2) })).toBe('V1 a[0-3] b[3-9@1]')
    expect(refusalOf(tl('V1 a[0-1] b[2-3]'), { type: 'roll', left: 'a', right: 'b', by: at(1) })).toBe('not_adjacent')
  })

  test('a slip shows another moment and stops at the source', () => {
    expect(edited("V1 a[0-5|8] | A1 a'[0-5]", { type: 'slip', clips: ['a'], by: at(2) })).toBe("V1 a[0-5@2] | A1 a'[0-5@2]")
    expect(edited("V1 a[0-5|8] | A1 a'[0-5]", { type: 'slip', clips: ['a'], by: at(9) })).toBe("V1 a[0-5@3] | A1 a'[0-5@3]")
    expect(refusalOf(tl('V1 a[0-5|∞]'), { type: 'slip', clips: ['a'], by: at(1) })).toBe('no_source_time')
  })

  test('a slide takes from one neighbour what it gives the other', () => {
    expect(edited(AV, { type: 'slide', clip: 'b', by: at(2) })).toBe("V1 a[0-7] b[7-11] c[11-12@2] | A1 a'[0-7] b'[7-11] c'[11-12@2] | A2 m[0-12]")
    expect(edited('V1 a[0-2] b[3-4] c[6-7]', { type: 'slide', clip: 'b', by: at(9) })).toBe('V1 a[0-2] b[5-6] c[6-7]')
    expect(edited('V1 a[0-2] b[3-4] c[6-7]', { type: 'slide', clip: 'b', by: at(-9) })).toBe('V1 a[0-2] b[2-3] c[6-7]')
  })
})

describe('cutting and removing', () => {
  test('the razor cuts what is linked as well', () => {
    const project = after(tl("V1 a[0-5@1] | A1 a'[0-6@1]"), { type: 'razor', clips: ['a'], at: at(2), ids: 'n' })
    expect(show(project)).toBe("V1 a[0-2@1] n.1[2-5@3] | A1 a'[0-2@1] n.2[2-6@3]")
    expect(show(after(project, { type: 'lift', clips: ['n.1'] }))).toBe("V1 a[0-2@1] | A1 a'[0-2@1]")
    expect(edited('V1 a[0-5] | V2 b[1-3] | V3! c[0-5]', { type: 'razor', clips: null, at: at(2), ids: 'n' })).toBe('V1 a[0-2] n.1[2-5@2] | V2 b[1-2] n.2[2-3@1] | V3! c[0-5]')
    expect(refusalOf(tl('V1 a[0-5]'), { type: 'razor', clips: ['a'], at: at(5), ids: 'n' })).toBe('nothing_chosen')
  })

  test('all of a source, cut anywhere at any speed, is still within it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: at(4) - 1 }), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), (where, num, den) => {
      const whole = after(tl('V1 a[0-4|4]'), { type: 'speed', clips: ['a'], speed: { num, den }, ripple: null })
      const cut = after(whole, { type: 'razor', clips: null, at: ticks(Math.max(1, Math.floor((where * den) / num))), ids: 'n' })
      const opened = after(cut, { type: 'lift', clips: ['a'] }, { type: 'trim', clip: 'n.1', edge: 'start', by: at(-999), ripple: null })
      for (const project of [whole, cut, opened]) expect(violations(project)).toEqual([])
    }))
  })

  test('lifting leaves a gap, ripple delete closes it', () => {
    expect(edited(AV, { type: 'lift', clips: ['b'] })).toBe("V1 a[0-5] c[9-12] | A1 a'[0-5] c'[9-12] | A2 m[0-12]")
    expect(edited(AV, { type: 'rippleDelete', clips: ['b'], scope: 'lanes' })).toBe("V1 a[0-5] c[5-8] | A1 a'[0-5] c'[5-8] | A2 m[0-12]")
    expect(edited(AV, { type: 'rippleDelete', clips: ['a', 'b'], scope: 'lanes' })).toBe("V1 c[0-3] | A1 c'[0-3] | A2 m[0-12]")
    expect(edited("V1 a[0-5] b[5-9] | A1 a'[0-6] b'[6-9]", { type: 'rippleDelete', clips: ['a'], scope: 'lanes' })).toBe("V1 b[0-4] | A1 b'[1-4]")
    expect(refusalOf(tl('V1 a[0-5] b[5-6] | V2 c[4-6] d[7-8]'), { type: 'rippleDelete', clips: ['a'], scope: 'all' })).toBe('ripple_blocked')
  })

  test('a gap closes up to the clip before', () => {
    expect(edited("V1 a[0-2] b[5-6] | A1 b'[5-6]", { type: 'closeGap', lane: 'V1', at: at(3), scope: 'lanes' })).toBe("V1 a[0-2] b[2-3] | A1 b'[2-3]")
    const early = (text: string) => edited(text, { type: 'closeGap', lane: 'V1', at: at(3), scope: 'lanes' })
    expect(early("V1 a[0-2] b[5-8@1] c[8-9] | A1 a'[0-2] b'[4-8] c'[8-9]")).toBe("V1 a[0-2] b[3-6@1] c[6-7] | A1 a'[0-2] b'[2-6] c'[6-7]")
    expect(early("V1 a[0-2] b[5-8] | A1 b'[6-8@1]")).toBe("V1 a[0-2] b[2-5] | A1 b'[3-5@1]")
    expect(refusalOf(tl("V1 a[0-2] b[5-8@1] | A1 a'[0-4] b'[4-8]"), { type: 'closeGap', lane: 'V1', at: at(3), scope: 'lanes' })).toBe('ripple_blocked')
    expect(refusalOf(tl('V1 a[0-2]'), { type: 'closeGap', lane: 'V1', at: at(3), scope: 'lanes' })).toBe('nothing_chosen')
  })

  test('clearing takes the clips, the markers and the lanes that drops made', () => {
    expect(edited('V2+ b[0-1] | V1 a[0-2]', { type: 'putMarker', marker: { id: 'm', at: at(1), name: '', colour: null } }, { type: 'clear' })).toBe('V1')
    expect(refusalOf(tl('V1! a[0-2]'), { type: 'clear' })).toBe('lane_locked')
  })
})

describe('sliding and rolling what is linked', () => {
  test('a slide trims the neighbours’ sound as well, wherever that lies', () => {
    expect(edited("V1 a[0-5] b[5-9] c[9-12@1] | A1 a'[0-5] c'[9-12@1] | A2 b'[5-9]", { type: 'slide', clip: 'b', by: at(1) }))
      .toBe("V1 a[0-6] b[6-10] c[10-12@2] | A1 a'[0-6] c'[10-12@2] | A2 b'[6-10]")
    expect(edited("V1 a[0-5] b[5-9] | A1 a'[0-5] m[5.5-8] | A2 b'[5-9]", { type: 'slide', clip: 'b', by: at(1) }))
      .toBe("V1 a[0-5.5] b[5.5-9.5] | A1 a'[0-5.5] m[5.5-8] | A2 b'[5.5-9.5]")
    expect(refusalOf(tl("V1 a[0-5] b[5-9] | A1! a'[0-5] | A2 b'[5-9]"), { type: 'slide', clip: 'b', by: at(1) })).toBe('lane_locked')
  })

  test('a roll between two parts of one link leaves the outer edges', () => {
    const project = after(tl('V1 a[0-3@1] b[3-6@1] | A1 c[0-6@1]'), { type: 'link', clips: ['a', 'b', 'c'], link: 'l' }, { type: 'roll', left: 'a', right: 'b', by: at(1) })
    expect(show(project)).toBe('V1 a[0-4@1] b[4-6@2] | A1 c[0-6@1]')
  })
})

describe('copies', () => {
  test('stand right behind, linked among themselves', () => {
    const project = after(tl("V1 a[0-5] b[5-6] | A1 a'[0-5]"), { type: 'duplicate', clips: ['a'], mode: 'insert', scope: 'lanes', ids: 'n' }, move(['n.2'], 10))
    expect(show(project)).toBe("V1 a[0-5] b[10-11] n.2[15-20] | A1 a'[0-5] n.3[15-20]")
  })

  test('of a lane stand on a lane below it', () => {
    expect(edited("V1 a[0-1@1] b[2-3] | A1 a'[0-1]", { type: 'duplicateLane', lane: 'V1', newLane: 'copy', ids: 'n' })).toBe("V1 a[0-1@1] b[2-3] | V2 n.1[0-1@1] n.2[2-3] | A1 a'[0-1]")
    expect(edited('V1! a[0-1]', { type: 'duplicateLane', lane: 'V1', newLane: 'copy', ids: 'n' })).toBe('V1! a[0-1] | V2 n.1[0-1]')
  })
})

describe('speed', () => {
  const at2 = { num: 2, den: 1 }
  const half = { num: 1, den: 2 }

  test('shows the same of the source, as far as there is room', () => {
    expect(edited("V1 a[0-4@1] b[4-5] | A1 a'[0-4@1]", { type: 'speed', clips: ['a'], speed: at2, ripple: null })).toBe("V1 a[0-2@1x2] b[4-5] | A1 a'[0-2@1x2]")
    expect(edited('V1 a[0-4] b[5-6]', { type: 'speed', clips: ['a'], speed: half, ripple: null })).toBe('V1 a[0-5x1/2] b[5-6]')
  })

  test('rippling, what is behind gives way', () => {
    expect(edited('V1 a[0-4] b[4-6]', { type: 'speed', clips: ['a', 'b'], speed: half, ripple: 'lanes' })).toBe('V1 a[0-8x1/2] b[8-12x1/2]')
    expect(edited('V1 a[0-4] b[4-6]', { type: 'speed', clips: ['a'], speed: at2, ripple: 'lanes' })).toBe('V1 a[0-2x2] b[2-4]')
  })
})

describe('what is linked at another offset', () => {
  const film = (id: string, length: number) => ({ id, name: id, kind: 'video' as const, source: { type: 'store' as const, id }, size: { width: 8, height: 8 }, duration: at(length), fps: null, hasAudio: true })
  const speed = (num: number, ripple: 'lanes' | null, den = 1): Edit => ({ type: 'speed', clips: ['a'], speed: { num, den }, ripple })

  test('stays in sync at another speed', () => {
    expect(edited("V1 a[2-5@2] b[5-6] | A1 a'[0-5] b'[5-6]", speed(2, null))).toBe("V1 a[1-2.5@2x2] b[5-6] | A1 a'[0-2.5x2] b'[5-6]")
    expect(edited("V1 a[2-5@2] b[5-6] | A1 a'[0-5] b'[5-6]", speed(2, 'lanes'))).toBe("V1 a[1-2.5@2x2] b[2.5-3.5] | A1 a'[0-2.5x2] b'[2.5-3.5]")
    expect(edited("V1 a[2-5@2] b[5-6] | A1 a'[0-5] b'[5-6]", speed(1, 'lanes', 2))).toBe("V1 a[4-10@2x1/2] b[10-11] | A1 a'[0-10x1/2] b'[10-11]")
    expect(refusalOf(tl("V1 z[0-2] a[2-5@2] | A1 a'[0-5]"), speed(2, null))).toBe('occupied')
  })

  test('ends together still where one has less room', () => {
    expect(edited("V1 a[0-4] | A1 a'[0-4] m[5-6]", speed(1, null, 2))).toBe("V1 a[0-5x1/2] | A1 a'[0-5x1/2] m[5-6]")
  })

  test('stays in sync over a shorter medium', () => {
    expect(edited("V1 a[2-5@2] | A1 a'[0-5]", { type: 'replace', clips: ['a'], media: film('N', 4) })).toBe("V1 a[2-4@2] | A1 a'[0-4]")
    expect(edited("V1 a[2-5@5] | A1 a'[1-5@4]", { type: 'replace', clips: ['a'], media: film('N', 6) })).toBe("V1 a[2-5@3] | A1 a'[1-5@2]")
    expect(refusalOf(tl("V1 a[2-5@2] | A1 a'[0-5]"), { type: 'replace', clips: ['a'], media: film('N', 1) })).toBe('beyond_source')
  })
})

describe('lanes', () => {
  test('come, go, change places and are named after the first free number', () => {
    expect(edited('V1 a[0-1]', { type: 'addLane', lane: 'x', kind: 'video', at: 'top' }, { type: 'addLane', lane: 'y', kind: 'audio', at: 'bottom' })).toBe('V2 | V1 a[0-1] | A1')
    expect(edited('V2 | V1 a[0-1] | A1', { type: 'moveLane', lane: 'V2', to: 2 }, { type: 'removeLane', lane: 'V1' })).toBe('A1 | V2')
    expect(refusalOf(tl('V1! a[0-1]'), { type: 'removeLane', lane: 'V1' })).toBe('lane_locked')
    expect(edited('V1! a[0-1]', { type: 'setLane', lane: 'V1', set: { locked: false, name: 'V7' } })).toBe('V7 a[0-1]')
  })
})

describe('contents', () => {
  const film = (id: string, length: number, hasAudio = true) => ({ id, name: id, kind: 'video' as const, source: { type: 'store' as const, id }, size: { width: 8, height: 8 }, duration: at(length), fps: null, hasAudio })

  test('another medium takes the same stretch, or as much as it has', () => {
    expect(edited("V1 a[1-5@3] | A1 a'[1-5@3]", { type: 'replace', clips: ['a'], media: film('N', 50) })).toBe("V1 a[1-5@3] | A1 a'[1-5@3]")
    expect(edited("V1 a[1-5@3] | A1 a'[1-5@3]", { type: 'replace', clips: ['a'], media: film('N', 5) })).toBe("V1 a[1-5@1] | A1 a'[1-5@1]")
    expect(edited("V1 a[1-5@3] | A1 a'[1-5@3]", { type: 'replace', clips: ['a'], media: film('N', 2) })).toBe("V1 a[1-3] | A1 a'[1-3]")
    expect(edited("V1 a[1-5@3] | A1 a'[1-5@3]", { type: 'replace', clips: ['a'], media: film('N', 9, false) })).toBe('V1 a[1-5@3] | A1')
    expect(refusalOf(tl("V1 a[1-5@3] | A1! a'[1-5@3]"), { type: 'replace', clips: ['a'], media: film('N', 9) })).toBe('lane_locked')
  })

  test('media are relinked where they still have what is shown, and removed when nothing shows them', () => {
    expect(refusalOf(tl('V1 a[0-5]'), { type: 'putMedia', media: [film('A', 4)] })).toBe('beyond_source')
    expect(refusalOf(tl("V1 a[0-5] | A1 a'[0-5]"), { type: 'putMedia', media: [film('A', 9, false)] })).toBe('wrong_kind')
    expect(refusalOf(tl('V1 a[0-5]'), { type: 'removeMedia', media: ['A'] })).toBe('media_in_use')
    expect(after(tl('V1 a[0-5]'), { type: 'lift', clips: ['a'] }, { type: 'removeMedia', media: ['A'] }).media).toEqual([])
  })
})

test('a format follows its preset and leaves it with another size', () => {
  const square = after(tl('V1'), { type: 'format', set: { preset: 'square' } })
  expect(square.format).toMatchObject({ preset: 'square', width: 1080, height: 1080 })
  expect(after(square, { type: 'format', set: { width: 414 } }).format).toMatchObject({ preset: null, width: 414, height: 1080 })
})

test('looks are for pictures, loudness for sound, fades for both and never longer than the clip', () => {
  const project = tl("V1 a[0-4] | A1 a'[0-4]")
  const looked = after(project, { type: 'look', clips: ['a'], set: { opacity: 0.5 } }, { type: 'transform', clips: ['a'], set: { rotation: 9 } }, { type: 'gain', clips: ["a'"], gain: -6 })
  expect(looked.lanes[0]?.clips[0]).toMatchObject({ look: { opacity: 0.5, z: 0 }, transform: { rotation: 9 } })
  expect(refusalOf(project, { type: 'look', clips: ["a'"], set: { opacity: 0 } })).toBe('wrong_kind')
  expect(refusalOf(project, { type: 'gain', clips: ['a'], gain: 0 })).toBe('wrong_kind')
  const fade = (duration: number) => ({ duration: at(duration), shape: 'linear' as const })
  expect(after(project, { type: 'fade', clips: ['a'], in: fade(3), out: fade(3) }).lanes[0]?.clips[0]).toMatchObject({ fadeIn: { duration: at(3) }, fadeOut: { duration: at(1) } })
  const cut = after(project, { type: 'fade', clips: ['a'], in: fade(1), out: fade(1) }, { type: 'razor', clips: ['a'], at: at(2), ids: 'n' })
  expect(cut.lanes[0]?.clips.map((clip) => [clip.fadeIn.duration, clip.fadeOut.duration])).toEqual([[at(1), 0], [0, at(1)]])
})
