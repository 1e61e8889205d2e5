import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@lemouf/core/error'
import { applyEdit, emptyProject, serialise, ticks, TICKS_PER_SECOND, violations, type Edit, type Media, type Project } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dice, editOf } from '../../../core/src/timeline/testing-edits.ts'
import { tl } from '../../../core/src/timeline/testing.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { assemble } from './assembly.ts'
import { Compositions } from './compositions.ts'
import { editsTo } from './restore.ts'
import { readDocument } from './state.ts'

let root: string
let store: Store
let compositions: Compositions
const by = 'tester'

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lemouf-compositions-'))
  store = await openStore(root)
  compositions = new Compositions(store.compositions)
})
afterEach(async () => {
  await store.close()
  await rm(root, { recursive: true, force: true })
})

const reopen = async (): Promise<void> => {
  await store.close()
  store = await openStore(root)
  compositions = new Compositions(store.compositions)
}

/** Sends one edit; false when the composition refuses it. */
async function tried(id: string, edit: Edit, sequence: number): Promise<boolean> {
  const { summary } = await compositions.state(id)
  try {
    await compositions.edit(id, { baseRevision: summary.revision, edits: [edit], client: 'w', sequence, gesture: null, step: 'do' }, by)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'edit_refused') return false
    throw error
  }
}

describe('what is kept', () => {
  test('is the same document at every revision, from the beginning or from where it was kept whole', { timeout: 60_000 }, async () => {
    const beginning = { ...tl("V1 a[0-5] b[5-9] c[9-12] | A1 a'[0-5] b'[5-9] c'[9-12] | A2 m[0-12]"), id: 'random' }
    await compositions.create(beginning, null, by)
    const seen = new Map<number, string>([[1, serialise(beginning)]])
    for (const [index, roll] of fc.sample(dice, { numRuns: 900, seed: 11 }).entries()) {
      const { project } = await compositions.state('random')
      await tried('random', editOf(project, roll, index), index + 1)
      const { summary, project: now } = await compositions.state('random')
      seen.set(summary.revision, serialise(now))
      if (index % 60 === 0) expect(violations(now)).toEqual([])
    }
    const { summary, project } = await compositions.state('random')
    expect(summary.revision).toBeGreaterThan(400)
    await reopen()
    expect(serialise((await compositions.state('random')).project)).toBe(serialise(project))
    const kept = await store.compositions.snapshot('random', summary.revision)
    expect(kept!.revision).toBeGreaterThan(1)
    for (const revision of [1, 2, 77, 99, 100, 101, kept!.revision, summary.revision]) {
      expect([revision, serialise((await readDocument(store.compositions, 'random', revision)).project)]).toEqual([revision, seen.get(revision)])
    }
  })

  test('keeps the documents of named versions whole, and of the others only the newest', async () => {
    await compositions.create(emptyProject('many', 'many'), null, by)
    const named: number[] = []
    for (let index = 0; index < 620; index++) {
      await tried('many', { type: 'rename', name: `n${index}` }, index + 1)
      if (index === 10 || index === 300) named.push((await compositions.nameVersion('many', `v${index}`, by)).revision)
    }
    const { summary } = await compositions.state('many')
    const whole = new Set<number>()
    for (let revision = summary.revision; revision > 0; ) {
      const kept = await store.compositions.snapshot('many', revision)
      if (kept !== undefined) whole.add(kept.revision)
      revision = (kept?.revision ?? 1) - 1
    }
    expect([...whole].sort((a, b) => a - b)).toEqual([...named, Math.max(...whole)])
    expect(summary.revision - Math.max(...whole)).toBeLessThan(100)
  })

  test('of two programs on one database one edit wins each revision', async () => {
    await compositions.create(emptyProject('raced', 'raced'), null, by)
    const other = new Compositions(store.compositions)
    const edits = Array.from({ length: 20 }, (_, index) => {
      const program = index % 2 === 0 ? compositions : other
      return program.edit('raced', { baseRevision: 1, edits: [{ type: 'rename', name: `n${index}` }], client: `w${index}`, sequence: 1, gesture: null, step: 'do' }, by)
    })
    const ended = await Promise.allSettled(edits)
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = ended.flatMap((one) => (one.status === 'rejected' ? [(one.reason as AppError).code] : []))
    expect(new Set(refused)).toEqual(new Set(['composition_stale']))
    expect((await other.state('raced')).project.name).toBe((await compositions.state('raced')).project.name)
  })

  test('edits sent twice at once are done once', async () => {
    await compositions.create(emptyProject('twice', 'twice'), null, by)
    const sent = { baseRevision: 1, edits: [{ type: 'rename', name: 'x' }] as const, client: 'w', sequence: 3, gesture: null, step: 'do' as const }
    const other = new Compositions(store.compositions)
    const answers = await Promise.all([compositions.edit('twice', sent, by), other.edit('twice', sent, by), compositions.edit('twice', sent, by)])
    expect(answers.map(({ revision }) => revision)).toEqual([2, 2, 2])
    expect(answers.filter(({ repeated }) => repeated)).toHaveLength(2)
  })

  test('views of the windows used last are kept', async () => {
    await compositions.create(emptyProject('seen', 'seen'), null, by)
    for (let at = 1; at <= 40; at++) await store.compositions.saveView('seen', { client: `w${at}`, state: String(at), at })
    expect((await store.compositions.view('seen', 'w40'))?.state).toBe(40)
    expect((await store.compositions.view('seen', 'w30'))?.state).toBe(30)
    expect((await store.compositions.view('seen', 'w2'))?.state).toBe(40)
  })
})

test('an edit that restores leads from any document to any other, and tells nothing of what is equal', () => {
  const sequence = fc.array(dice, { maxLength: 25 })
  fc.assert(fc.property(sequence, sequence, (first, second) => {
    const beginning = tl("V1 a[0-5] b[5-9] | A1 a'[0-5] m[6-12]")
    const [from, to] = [walked(beginning, first, 'x'), JSON.parse(serialise(walked(beginning, second, 'y'))) as Project]
    expect(serialise(walkedBy(from, editsTo(from, to)))).toBe(serialise(to))
    expect(editsTo(from, JSON.parse(serialise(from)) as Project)).toEqual([])
  }), { numRuns: 200 })
})

function walked(project: Project, rolls: readonly Parameters<typeof editOf>[1][], name: string): Project {
  return rolls.reduce((now, roll, index) => {
    const applied = applyEdit(now, editOf(now, roll, Number(`${name === 'x' ? 1 : 2}${index}`)))
    return applied.ok ? applied.value.project : now
  }, project)
}

function walkedBy(project: Project, edits: readonly Edit[]): Project {
  return edits.reduce((now, edit) => {
    const applied = applyEdit(now, edit)
    if (!applied.ok) throw new Error(applied.error.message)
    return applied.value.project
  }, project)
}

describe('a first composition', () => {
  const source = (id: string) => ({ type: 'store' as const, id })
  const film = (id: string, seconds: number, hasAudio: boolean): Media =>
    ({ id, name: id, kind: 'video', source: source(id), size: { width: 1281, height: 720 }, duration: ticks(seconds * TICKS_PER_SECOND), fps: { num: 24, den: 1 }, hasAudio })
  const still = (id: string): Media => ({ id, name: id, kind: 'image', source: source(id), size: { width: 1920, height: 1080 } })
  const sound = (id: string, seconds: number): Media => ({ id, name: id, kind: 'audio', source: source(id), duration: ticks(seconds * TICKS_PER_SECOND) })
  const put = (...media: Media[]): Project => assemble('first', 'first', media.map((one) => ({ media: one, choice: undefined })))
  const shown = (project: Project) => project.lanes.map(({ kind, clips }) => [kind, ...clips.map((clip) => [clip.media, clip.start / TICKS_PER_SECOND, clip.duration / TICKS_PER_SECOND])])

  test('has pictures in a row, the sound of films linked below, and sounds on their own lane', () => {
    const project = put(film('f', 3, true), sound('m', 20), still('s'), film('g', 2, true), sound('n', 4), still('s'))
    expect(violations(project)).toEqual([])
    expect(shown(project)).toEqual([
      ['video', ['f', 0, 3], ['s', 3, 5], ['g', 8, 2], ['s', 10, 5]],
      ['audio', ['f', 0, 3], ['g', 8, 2]],
      ['audio', ['m', 0, 20], ['n', 20, 4]],
    ])
    const links = project.lanes.slice(0, 2).map(({ clips }) => clips.map(({ link }) => link))
    expect(links[0]!.filter((link) => link !== null)).toEqual(links[1])
    expect(project.format).toMatchObject({ preset: 'hd', width: 1280, height: 720, fps: { num: 24, den: 1 } })
  })

  test('takes the preset of the first picture, and makes no lane that nothing is on', () => {
    expect(put(still('s'))).toMatchObject({ format: { preset: 'fullHd' }, lanes: [{ kind: 'video' }] })
    expect(put(sound('m', 2)).lanes).toMatchObject([{ kind: 'audio' }])
    expect(put(film('f', 2, false)).lanes).toHaveLength(1)
    expect(put()).toEqual(emptyProject('first', 'first'))
  })

  test('of thousands of results is sound', () => {
    const project = put(...Array.from({ length: 3000 }, (_, index) => film(`f${index}`, 2, true)))
    expect(violations(project)).toEqual([])
    expect(project.lanes.map(({ clips }) => clips.length)).toEqual([3000, 3000])
  })
})
