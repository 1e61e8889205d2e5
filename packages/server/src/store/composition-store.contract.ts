import type { CompositionSummary } from '@lemouf/core/protocol'
import { emptyProject } from '@lemouf/core/timeline'
import { expect, test } from 'vitest'
import type { CompositionEdited, CompositionEvent } from './composition-rows.ts'
import type { CompositionBatch } from './composition-store.ts'
import { batch, created } from './store.fixture.ts'
import type { Store } from './store.ts'

const CREATED: CompositionEvent = { type: 'compositionCreated', project: emptyProject('film', 'film'), source: null }
const named = (name: string, more: Partial<CompositionEdited> = {}): CompositionEvent =>
  ({ type: 'compositionEdited', edits: [{ type: 'rename', name }], inverses: [], patch: { name }, client: null, sequence: null, gesture: null, step: 'do', ...more })

/** What is written when an event leads to a revision. */
function batchOf(revision: number, event: CompositionEvent, more: Partial<CompositionSummary> & { readonly snapshot?: string } = {}): CompositionBatch {
  const { snapshot, ...rest } = more
  const summary = { composition_id: 'film', name: 'film', revision, created_at: 1, updated_at: revision, removed_at: null, duration: 0, clips: 0, thumb: null, source: null, ...rest }
  return { event: { ...event, revision, at: 1000 + revision, by: 'tester' }, summary, snapshot }
}

/** What every store does with compositions. */
export function describeCompositions({ store, reopen, setFull }: { readonly store: () => Store; readonly reopen: () => Promise<void>; readonly setFull: (full: boolean) => Promise<void> }): void {
  const append = (composition: CompositionBatch) => store().compositions.append(composition)
  const everything = async (): Promise<unknown> => ({
    row: await store().compositions.read('film'),
    events: await store().compositions.events('film', 0, 100),
    versions: await store().compositions.versions('film'),
    snapshot: await store().compositions.snapshot('film', 100),
    last: [await store().compositions.lastOf('film', 'w'), await store().lastEventId()],
  })

  test('what was done to a composition is there, as it was, after a restart', async () => {
    await append(batchOf(1, CREATED))
    await append(batchOf(2, named('b', { client: 'w', sequence: 5, gesture: 'g' })))
    await append(batchOf(3, { type: 'versionNamed', versionId: 'v', name: 'rough' }, { snapshot: JSON.stringify(emptyProject('film', 'b')) }))
    const before = await everything()
    await reopen()
    expect(await everything()).toEqual(before)
    expect(before).toMatchObject({
      row: { revision: 3 },
      events: [{ event: CREATED }, { event: { ...named('b', { client: 'w', sequence: 5, gesture: 'g' }), revision: 2, at: 1002, by: 'tester' } }, { event: { type: 'versionNamed' } }],
      versions: [{ version_id: 'v', name: 'rough', revision: 3, by: 'tester' }],
      snapshot: { revision: 3, project: emptyProject('film', 'b') },
      last: [{ sequence: 5, revision: 2, gesture: 'g' }, 3],
    })
    expect(await store().compositions.snapshot('film', 2)).toBeUndefined()
  })

  test('an edit on another revision, and one that a window sent before, are conflicts and leave no trace', async () => {
    await append(batchOf(1, CREATED))
    await append(batchOf(2, named('b', { client: 'w', sequence: 5 })))
    const before = await everything()
    const late = { snapshot: JSON.stringify(emptyProject('film', 'late')) }
    expect(await append(batchOf(1, CREATED))).toBe('conflict')
    expect(await append(batchOf(2, named('late'), late))).toBe('conflict')
    expect(await append(batchOf(4, named('late'), late))).toBe('conflict')
    expect(await append(batchOf(3, named('again', { client: 'w', sequence: 5 }), late))).toBe('conflict')
    expect(await append(batchOf(3, named('older', { client: 'w', sequence: 4 }), late))).toBe('conflict')
    expect(await everything()).toEqual(before)
    expect(await append(batchOf(3, named('newer', { client: 'w', sequence: 6, gesture: 'h' })))).toEqual({ lastEventId: 3 })
    expect(await store().compositions.lastOf('film', 'w')).toEqual({ sequence: 6, revision: 3, gesture: 'h' })
  })

  test('a reader of the feed hears of compositions among loops, in order, with the edits unless they are too much', async () => {
    await append(batchOf(1, CREATED))
    await store().append(batch('a', 0, [created]))
    await append(batchOf(2, named('b')))
    const told = await store().changesSince(1, 100)
    expect(told.map((change) => ('composition' in change ? [change.composition.revision, change.log?.map(({ type }) => type)] : 'a loop'))).toEqual(['a loop', [2, ['compositionEdited']]])
    await append(batchOf(3, named('x'.repeat(1_100_000))))
    expect(await store().changesSince(3, 100)).toMatchObject([{ eventId: 4, composition: { revision: 3 }, log: null }])
  })

  test('the bin is a list of its own', async () => {
    await append(batchOf(1, CREATED))
    await append(batchOf(2, { type: 'compositionRemoved' }, { removed_at: 7 }))
    expect(await store().compositions.list(false)).toEqual([])
    expect(await store().compositions.list(true)).toMatchObject([{ composition_id: 'film', removed_at: 7 }])
  })

  test('on a full disk no part of an edit is written, and edits go on when there is room', async () => {
    await append(batchOf(1, CREATED))
    const before = await everything()
    await setFull(true)
    const large = batchOf(2, named('x'.repeat(1_000_000), { client: 'w', sequence: 1 }), { snapshot: JSON.stringify(emptyProject('film', 'x')) })
    await expect(append(large)).rejects.toMatchObject({ code: 'disk_full' })
    expect(await everything()).toEqual(before)
    await setFull(false)
    expect(await append(large)).toEqual({ lastEventId: 2 })
  })
}
