import type { Change, Client, ManifestEntry, MediaView } from '@lemouf/core/protocol'
import { AppError } from '@lemouf/core/error'
import { applyAll, emptyProject, newClip, type Choice, type Clip, type Edit, type Media, type Project } from '@lemouf/core/timeline'
import { entry, summary } from '../../loop-view/testing.ts'

/** A loop that a test plays: it remembers what was decided, and answers as the server does. */
export class PlayedLoop {
  seq = 10
  entries: ManifestEntry[] = []
  events: { seq: number; type: string; cycle: number; retry: number }[] = []
  asked: string[] = []
  readonly id: string

  constructor(id = 'portraits') {
    this.id = id
  }

  returns(cycle: number, retry: number, facts: Partial<ManifestEntry> = {}): Change {
    this.seq++
    const images = [view(mediaId(cycle, retry))]
    return this.#changed(entry(cycle, retry, { outputs: { images, audio: [], video: [], files: [], text: [], json: [] }, ...facts }))
  }

  /** As the loop does: what was approved before gives way. */
  decides(cycle: number, retry: number, decision: ManifestEntry['decision']): Change {
    const before = this.entries.find((one) => one.cycle_index === cycle && one.decision === 'approve' && one.retry_index !== retry)
    if (decision === 'approve' && before !== undefined) this.#decided({ ...before, decision: 'discard' })
    return this.#decided({ ...this.#at(cycle, retry), decision })
  }

  readonly call: Client = (name, input) => {
    this.asked.push(name)
    const answer = this.#answer(name, input as { query?: Record<string, number>; params?: Record<string, string>; body?: { cycle_index: number; retry_index: number; decision: 'approve' | 'reject'; revision?: number } })
    return Promise.resolve(answer as never)
  }

  #answer(name: string, { query, params, body }: { query?: Record<string, number>; params?: Record<string, string>; body?: { cycle_index: number; retry_index: number; decision: 'approve' | 'reject'; revision?: number } }): unknown {
    switch (name) {
      case 'getLoop':
        return { ...this.summary(), paused: false, manifest: [] }
      case 'getManifest': {
        const from = query?.['from_cycle'] ?? 0
        return { entries: query?.['limit'] === 1 ? this.entries.filter((one) => one.cycle_index === from) : this.entries.filter((one) => one.cycle_index >= from), next_cycle: null }
      }
      case 'getHistory':
        return { events: this.events.filter(({ seq }) => seq > (query?.['after_seq'] ?? 0)).map(({ seq, type, cycle, retry }) => ({ seq, type, place: { run: 0, cycle_index: cycle, retry_index: retry } })), next_seq: null }
      case 'getMediaInfo':
        return { kind: 'image', contents: { duration: null, clock_start: 0, video: null, audio: null, image: { width: 64, height: 36, frames: 1, alpha: false }, content_type: null, playable: true, problem: null }, media: params?.['id'] }
      case 'decide': {
        if (body === undefined) throw new Error('nothing to decide')
        if (this.#at(body.cycle_index, body.retry_index).revision !== body.revision) throw new AppError('decision_stale', 'It was decided in the meantime.')
        this.decides(body.cycle_index, body.retry_index, body.decision)
        return {}
      }
      default:
        throw new Error(`${name} is not played`)
    }
  }

  summary = () => summary({ loop_id: this.id, seq: this.seq })

  #at(cycle: number, retry: number): ManifestEntry {
    const found = this.entries.find((one) => one.cycle_index === cycle && one.retry_index === retry)
    if (found === undefined) throw new Error(`nothing at ${cycle}.${retry}`)
    return found
  }

  #decided(attempt: ManifestEntry): Change {
    this.seq++
    this.events.push({ seq: this.seq, type: 'decided', cycle: attempt.cycle_index, retry: attempt.retry_index })
    return { ...this.#changed({ ...attempt, revision: attempt.revision + 1 }), events: [{ seq: this.seq, type: 'decided', at: 0, by: 'person' }] }
  }

  #changed(attempt: ManifestEntry): Change {
    this.entries = [...this.entries.filter((one) => one.prompt_id !== attempt.prompt_id), attempt].toSorted((a, b) => a.cycle_index - b.cycle_index || a.retry_index - b.retry_index)
    return { loop: this.summary(), events: [], entries: [attempt], reset: false }
  }
}

export const mediaId = (cycle: number, retry: number): string => `${cycle}${retry}`.padStart(32, '0')

const view = (media: string): MediaView => ({ media, kind: 'image', url: '', mime: 'image/png', bytes: 1, width: 64, height: 36, filename: `${media}.png`, subfolder: '', type: 'output' })

const still = (cycle: number, retry: number): Media => ({
  id: mediaId(cycle, retry), name: 'still', kind: 'image', size: { width: 64, height: 36 }, source: { type: 'loop', id: mediaId(cycle, retry), loop: 'portraits', cycle, retry, output: 0 },
})

/** A composition with one clip for each choice, one after another, named `c0`, `c1` and so on. */
export function composed(choices: readonly Pick<Choice, 'cycle' | 'retry' | 'chosenAt'>[], follow = true): Project {
  const empty = emptyProject('composition', 'film')
  const clips = choices.map((choice, index): Clip => {
    const clip = newClip(empty, { media: still(choice.cycle, choice.retry), choice: { ...choice, loop: 'portraits', follow: null, wanted: null } }, 'video', { id: `c${index}`, start: 0 as Clip['start'], link: null })
    return { ...clip, start: (index * clip.duration) as Clip['start'] }
  })
  const media = [...new Map(choices.map(({ cycle, retry }) => [mediaId(cycle, retry), still(cycle, retry)])).values()]
  const edits: Edit[] = [
    { type: 'settings', set: { follow } }, { type: 'addLane', lane: 'V1', kind: 'video', at: 'top' },
    { type: 'place', arrivals: clips.map((clip) => ({ clip, to: { lane: 'V1' } })), media, mode: 'fit', scope: 'lanes', ids: 'placed' },
  ]
  const applied = applyAll(empty, edits)
  if (!applied.ok) throw new Error(applied.error.message)
  return applied.value.project
}
