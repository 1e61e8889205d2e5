import { describe, expect, test } from 'vitest'
import { followEdits, stepRetry } from './follow.ts'
import { clipOf, clipsWhere } from './find.ts'
import type { Project } from './project.ts'
import { after, at, loose, refusalOf, show, tl } from './testing.ts'
import { violations } from './violations.ts'
import { changed } from './arrange.ts'

const take = (retry: number, length = 9) => ({ ...loose(`take${retry}[0-1|${length}]`, 'video').media[0]!, id: `take${retry}` })
const news = (retry: number, seq: number, cycle = 4) => ({ loop: 'portraits', cycle, retry, media: take(retry), seq })

/** `a` and its sound show retry 1 of cycle 4, chosen when the loop was at 20. */
function composed(text = "V1 a[1-5@2] | A1 a'[1-5@2]"): Project {
  const project = tl(text)
  const choice = { loop: 'portraits', cycle: 4, retry: 1, chosenAt: 20, follow: null, wanted: null }
  return changed(project, clipsWhere(project, ({ media }) => media === 'A'), (clip) => ({ ...clip, choice }))
}
const following = (project: Project) => after(project, { type: 'settings', set: { follow: true } })
const retryOf = (project: Project, id = 'a') => clipOf(project, id)?.clip.choice?.retry

describe('a clip of a loop', () => {
  test('takes another retry in place, with its sound', () => {
    const stepped = after(composed(), { type: 'retry', clip: 'a', retry: 0, media: take(0), chosenAt: 25 })
    expect(show(stepped)).toBe("V1 a[1-5@2] | A1 a'[1-5@2]")
    expect(stepped.lanes.flatMap(({ clips }) => clips.map(({ media, choice }) => [media, choice?.retry, choice?.chosenAt]))).toEqual([['take0', 0, 25], ['take0', 0, 25]])
    expect(refusalOf(tl('V1 a[0-1]'), { type: 'retry', clip: 'a', retry: 0, media: take(0), chosenAt: 25 })).toBe('not_of_a_loop')
  })

  test('takes what is newly approved only when it is told to: clip before lane before composition', () => {
    const told = (project: Project) => retryOf(after(project, ...followEdits(project, news(2, 30))))
    expect(told(composed())).toBe(1)
    expect(told(following(composed()))).toBe(2)
    expect(told(after(composed(), { type: 'setLane', lane: 'V1', set: { follow: true } }))).toBe(2)
    expect(told(after(following(composed()), { type: 'follow', clips: ['a', "a'"], follow: false }))).toBe(1)
    expect(told(after(following(composed()), { type: 'setLane', lane: 'V1', set: { follow: false } }, { type: 'setLane', lane: 'A1', set: { follow: false } }))).toBe(1)
  })

  test('takes it once for picture and sound, and only what concerns it', () => {
    expect(followEdits(following(composed()), news(2, 30))).toHaveLength(1)
    expect(followEdits(following(composed()), news(2, 30, 5))).toEqual([])
    expect(followEdits(following(composed()), { ...news(2, 30), loop: 'other' })).toEqual([])
    expect(followEdits(after(following(composed()), { type: 'setLane', lane: 'V1', set: { locked: true } }, { type: 'setLane', lane: 'A1', set: { locked: true } }), news(2, 30))).toEqual([])
  })

  test('that a short take had shortened is as long as before with the next, unless somebody has set it since', () => {
    const step = (retry: number, length: number) => ({ type: 'retry', clip: 'a', retry, media: take(retry, length), chosenAt: 25 }) as const
    const short = after(composed(), step(2, 3))
    expect(show(short)).toBe("V1 a[1-4] | A1 a'[1-4]")
    expect(show(after(short, step(3, 9)))).toBe("V1 a[1-5@2] | A1 a'[1-5@2]")
    expect(show(after(short, step(4, 2), step(3, 9)))).toBe("V1 a[1-5@2] | A1 a'[1-5@2]")
    const trim = { type: 'trim', clip: 'a', edge: 'end', by: at(-1), ripple: null } as const
    expect(show(after(short, trim, step(3, 9)))).toBe("V1 a[1-3] | A1 a'[1-3]")
    const crowded = after(composed("V1 a[1-5@2] | A1 a'[1-5@2] m[5-6]"), step(2, 3), { type: 'move', clips: ['m'], by: at(-0.5), to: [], mode: 'fit', scope: 'lanes', ids: 'n' })
    expect(show(after(crowded, step(3, 9)))).toBe("V1 a[1-4.5@2] | A1 a'[1-4.5@2] m[4.5-5.5]")
    expect(violations(after(crowded, step(3, 9)))).toEqual([])
  })

  test('with its sound begun earlier stays in sync over short and long takes', () => {
    const step = (retry: number, length: number) => ({ type: 'retry', clip: 'a', retry, media: take(retry, length), chosenAt: 25 }) as const
    const short = after(composed("V1 a[2-5@2|9] | A1 a'[0-5]"), step(2, 4))
    expect(show(short)).toBe("V1 a[2-4@2] | A1 a'[0-4]")
    expect(show(after(short, step(3, 9)))).toBe("V1 a[2-5@2] | A1 a'[0-5]")
  })

  test('that is told the same again stays the very same', () => {
    const edits = followEdits(following(composed()), news(2, 30))
    const once = after(following(composed()), ...edits)
    expect(after(once, ...edits)).toBe(once)
  })

  test('steps through the takes that there are', () => {
    const { clip } = clipOf(composed(), 'a')!
    const takes = [3, 0, 1].map((retry) => ({ retry, media: take(retry) }))
    expect(stepRetry(clip, takes, 1, 50)).toEqual({ type: 'retry', clip: 'a', retry: 3, media: take(3), chosenAt: 50 })
    expect(stepRetry(clip, takes, -1, 50)?.retry).toBe(0)
    expect(stepRetry(clip, takes.slice(1), 1, 50)).toBeUndefined()
    expect(stepRetry(clipOf(tl('V1 a[0-1]'), 'a')!.clip, takes, 1, 50)).toBeUndefined()
  })

  test('a late result never goes over a newer choice', () => {
    const project = after(following(composed()), { type: 'retry', clip: 'a', retry: 3, media: take(3), chosenAt: 40 })
    expect(retryOf(after(project, ...followEdits(project, news(2, 30))))).toBe(3)
    expect(retryOf(after(project, ...followEdits(project, news(2, 41))))).toBe(2)
    const approvedAgain = after(project, ...followEdits(project, news(3, 50)))
    expect(retryOf(after(approvedAgain, ...followEdits(approvedAgain, news(2, 45))))).toBe(3)
    // What it shows already stays the medium that it was.
    expect(clipOf(after(following(composed()), ...followEdits(following(composed()), news(1, 30))), 'a')?.clip).toMatchObject({ media: 'A', choice: { chosenAt: 30 } })
  })

  test('a shorter retry leaves a shorter clip, and the place is not lost', () => {
    const short = { ...news(2, 30), media: take(2, 3) }
    expect(show(after(following(composed()), ...followEdits(following(composed()), short)))).toBe("V1 a[1-4] | A1 a'[1-4]")
  })
})
