import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson, type Json } from '../json.ts'
import { unwrap } from '../result.ts'
import savedAsVersion1 from './fixtures/project-v1.json' with { type: 'json' }
import { applyEdit } from './apply.ts'
import { parseProject, serialise } from './parse.ts'
import type { Media } from './media.ts'
import type { Project } from './project.ts'
import { at, show, tl } from './testing.ts'
import { beginnings, dice, editOf } from './testing-edits.ts'
import { violations } from './violations.ts'

const read = (project: unknown) => unwrap(parseProject(unwrap(parseJson(JSON.stringify(project)))))

test('what was serialised is parsed to exactly the same', () => {
  fc.assert(fc.property(beginnings, fc.array(dice, { maxLength: 25 }), (start, rolls) => {
    let project = start
    for (const [n, roll] of rolls.entries()) {
      const applied = applyEdit(project, editOf(project, roll, n))
      if (applied.ok) project = applied.value.project
    }
    const { project: back, mended } = unwrap(parseProject(unwrap(parseJson(serialise(project)))))
    expect(back).toEqual(project)
    expect(mended).toEqual([])
    expect(serialise(back)).toBe(serialise(project))
  }), { numRuns: 100 })
})

test('a document saved by version 1 is read as it was', () => {
  const { project, mended } = unwrap(parseProject(savedAsVersion1 as Json))
  expect(mended).toEqual([])
  expect(show(project)).toBe("V1 opening[0-5] portrait[5-9@1x3/2] | A1 opening'[0-5] | A2! music[0-9@30]")
  expect(project.lanes[0]?.clips[1]).toMatchObject({ choice: { loop: 'portraits-07', cycle: 3, retry: 2, chosenAt: 41, follow: true }, look: { opacity: 0.8, fit: 'cover' }, transform: { rotation: -4 } })
  expect(JSON.parse(serialise(project))).toEqual(savedAsVersion1)
})

describe('what does not go together is mended, always in the same way', () => {
  const mend = (project: Project): [string, number] => {
    const { project: sound, mended } = read(project)
    expect(violations(sound)).toEqual([])
    expect(read(project).project).toEqual(sound)
    expect(read(sound)).toEqual({ project: sound, mended: [] })
    return [show(sound), mended.length]
  }

  test.each([
    ['of clips that overlap the later loses its beginning', 'V1 a[0-5] b[3-9@1]', 'V1 a[0-5] b[5-9@3]'],
    ['a clip that is covered is left out', 'V1 a[0-5] b[3-4]', 'V1 a[0-5]'],
    ['a clip that reads too far begins earlier and gets shorter', 'V1 a[0-5@3|4]', 'V1 a[0-4]'],
    ['a still has no in point and no speed', 'V1 a[0-5@3x2|∞]', 'V1 a[0-5]'],
  ])('%s', (_what, bad, good) => {
    expect(mend(tl(bad))).toEqual([good, 1])
  })

  test('clips with one id, and lanes with one', () => {
    const twice = tl('V1 a[0-1] | V2 a[2-3]')
    expect(mend(twice)).toEqual(['V1 a[0-1] | V2', 1])
    expect(mend({ ...twice, lanes: [...twice.lanes, ...tl('V1 c[0-1]').lanes] })).toEqual(['V1 a[0-1] | V2', 2])
  })

  test('a medium that is not there becomes a missing one', () => {
    const { media } = read({ ...tl("V1 a[0-5@2] | A1 a'[0-9]"), media: [] }).project
    expect(media).toEqual([expect.objectContaining({ id: 'A', kind: 'video', hasAudio: true, duration: at(9), source: { type: 'missing', was: 'A' } })])
  })

  test('a clip on a lane of the other kind, or with sound that its medium has not, is left out', () => {
    const project = tl("V1 a[0-1] | A1 b[0-1] a'[2-3]")
    const [video, audio] = project.lanes
    expect(mend({ ...project, lanes: [{ ...video!, clips: [...video!.clips, ...audio!.clips] }] })).toEqual(['V1 a[0-1]', 2])
    const silenced = (media: Media): Media => (media.kind === 'video' ? { ...media, hasAudio: false } : media)
    expect(mend({ ...project, media: project.media.map(silenced) })).toEqual(['V1 a[0-1] | A1 b[0-1]', 1])
  })

  test('what cannot be read is left out or takes its default, and the rest is kept', () => {
    const project = tl('V1 a[0-1] b[1-2] | A1')
    const [video] = project.lanes
    const bad = { ...project, format: { width: 'wide' }, markers: [{ id: 'm' }], lanes: [{ ...video, clips: [{ ...video?.clips[0], start: 0.5 }, video?.clips[1]] }, { name: 'nameless' }] }
    const { project: sound, mended } = read(bad)
    expect(show(sound)).toBe('V1 b[1-2]')
    expect(sound.format.width).toBe(1920)
    expect(mended).toEqual([
      expect.stringMatching(/^Lane 2 could not be read and was left out: id/),
      expect.stringMatching(/^The output format could not be read and took its default/),
      expect.stringMatching(/^Marker 1 could not be read/),
      expect.stringMatching(/^On “V1” clip 1 could not be read and was left out: start/),
    ])
  })
})

test('what is no composition, or a later one, is said', () => {
  const messageOf = (json: Json) => { const read_ = parseProject(json); return read_.ok ? undefined : read_.error.message }
  expect(messageOf([])).toMatch(/not a composition/)
  expect(messageOf({ lanes: [], version: 2 })).toMatch(/later version/)
  expect(messageOf({ lanes: [] })).toMatch(/does not say a document version/)
})

test('any JSON at all is read or refused', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (lanes, rest) => {
    const parsed = parseProject({ version: 1, lanes: [lanes as Json], media: rest as Json })
    if (parsed.ok) expect(violations(parsed.value.project)).toEqual([])
  }), { numRuns: 200 })
})
