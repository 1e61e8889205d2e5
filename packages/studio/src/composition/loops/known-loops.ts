import type { Change, Client, LoopSummary, ManifestEntry, Progress } from '@lemouf/core/protocol'
import type { Clip, Lane, Project } from '@lemouf/core/timeline'
import { shallowRef, type ShallowRef } from 'vue'
import { withEntries } from '../../loop-view/entries.ts'
import { sentenceOf } from '../../server/client.ts'

/** A loop, as far as a composition that is made of it has to know. */
export interface KnownLoop {
  /** Undefined until it was read. */
  readonly summary: LoopSummary | undefined
  /** Nothing new is begun, whatever the status says. */
  readonly paused: boolean
  /** By cycle; those that no clip shows may be missing. */
  readonly cycles: readonly (readonly ManifestEntry[])[]
  /** Why it could not be read. */
  readonly unread: string | undefined
}

const UNKNOWN: KnownLoop = { summary: undefined, paused: false, cycles: [], unread: undefined }

/** Attempts a page. */
const PAGE = 200

/** Which cycles of which loops clips show. */
export type Shown = ReadonlyMap<string, ReadonlySet<number>>

const ofLane = new WeakMap<Lane['clips'], Shown>()

/** The cycles of one list of clips; found once, since clips of a lane never change. */
function shownIn(clips: Lane['clips']): Shown {
  const found = ofLane.get(clips) ?? shownBy(clips)
  ofLane.set(clips, found)
  return found
}

function shownBy(clips: readonly Clip[]): Shown {
  const shown = new Map<string, Set<number>>()
  for (const { choice } of clips) {
    if (choice === null) continue
    const cycles = shown.get(choice.loop) ?? new Set()
    shown.set(choice.loop, cycles.add(choice.cycle))
  }
  return shown
}

/** The cycles of loops that a composition shows. */
export function cyclesOf({ lanes }: Project): Shown {
  const all = new Map<string, Set<number>>()
  for (const { clips } of lanes) {
    for (const [loop, cycles] of shownIn(clips)) all.set(loop, all.get(loop)?.union(cycles) ?? new Set(cycles))
  }
  return all
}

/** What is known of the loops that are shown: read once, and kept by the news of all loops. */
export class KnownLoops {
  readonly known: Readonly<ShallowRef<ReadonlyMap<string, KnownLoop>>>
  /** Shares done of what runs, by `loop/cycle/retry`. */
  readonly #shares = new Map<string, number>()
  readonly #map: ShallowRef<ReadonlyMap<string, KnownLoop>> = shallowRef(new Map())
  readonly #version = shallowRef(0)
  readonly #read = new Map<string, Set<number>>()
  readonly #reading = new Map<string, Promise<void>>()
  readonly #call: Client
  #wanted: Shown = new Map()

  constructor(call: Client) {
    this.#call = call
    this.known = this.#map
  }

  /** Another number with whatever is heard. */
  get version(): Readonly<ShallowRef<number>> {
    return this.#version
  }

  entriesOf({ choice }: Clip): readonly ManifestEntry[] {
    return choice === null ? [] : (this.#map.value.get(choice.loop)?.cycles[choice.cycle] ?? [])
  }

  shareOf(loop: string, cycle: number, retry: number): number | undefined {
    return this.#shares.get(`${loop}/${cycle}/${retry}`)
  }

  /** Says what is shown now; reads what is not known of that. */
  want(shown: Shown): void {
    this.#wanted = shown
    for (const loop of shown.keys()) if (this.#nextUnread(loop) !== undefined) void this.read(loop)
  }

  /** Something was missed: all is read again. */
  forget(): void {
    this.#read.clear()
    this.want(this.#wanted)
  }

  heard(change: Change): void {
    const { loop_id: loop } = change.loop
    const known = this.#map.value.get(loop)
    if (!this.#wanted.has(loop) || known === undefined) return
    if (change.reset) {
      this.#read.delete(loop)
      this.#put(loop, { ...known, summary: change.loop, cycles: [] })
      void this.read(loop)
      return
    }
    this.#put(loop, { ...known, summary: newer(known.summary, change.loop), cycles: withEntries(known.cycles, change.entries) })
    for (const entry of change.entries) if (entry.status !== 'running') this.#shares.delete(`${loop}/${entry.cycle_index}/${entry.retry_index}`)
    if (change.events.some(({ type }) => type === 'configured')) void this.#readHead(loop)
  }

  progressed({ loop_id, cycle_index, retry_index, done }: Progress): void {
    if (this.#wanted.get(loop_id)?.has(cycle_index) !== true) return
    this.#shares.set(`${loop_id}/${cycle_index}/${retry_index}`, done)
    this.#version.value++
  }

  /** Reads what is shown of a loop and not known; one reading at a time. */
  read(loop: string): Promise<void> {
    const under = this.#reading.get(loop)
    if (under !== undefined) return under
    const reading = this.#readAll(loop).finally(() => {
      this.#reading.delete(loop)
    })
    this.#reading.set(loop, reading)
    return reading
  }

  /** Reads one cycle as it is now, and gives it. */
  async readCycle(loop: string, cycle: number): Promise<readonly ManifestEntry[]> {
    const page = await this.#call('getManifest', { params: { loop_id: loop }, query: { from_cycle: cycle, limit: 1 } })
    this.#merge(loop, page.entries)
    return page.entries.filter(({ cycle_index }) => cycle_index === cycle)
  }

  /** Reads how far a loop is, and gives its sequence number. */
  async readSeq(loop: string): Promise<number> {
    return (await this.#readHead(loop)).seq
  }

  async #readAll(loop: string): Promise<void> {
    try {
      await this.#readHead(loop)
      for (let cycle = this.#nextUnread(loop); cycle !== undefined; cycle = this.#nextUnread(loop)) await this.#readPage(loop, cycle)
    } catch (error) {
      this.#put(loop, { ...this.#knownOf(loop), unread: sentenceOf(error) })
      // Not asked for again by itself, until the feed comes back.
      this.#read.set(loop, new Set(this.#wanted.get(loop)))
    }
  }

  async #readHead(loop: string): Promise<LoopSummary> {
    const view = await this.#call('getLoop', { params: { loop_id: loop }, query: { manifest: 'none' } })
    const known = this.#knownOf(loop)
    this.#put(loop, { ...known, summary: newer(known.summary, view), paused: view.paused, unread: undefined })
    return view
  }

  async #readPage(loop: string, from: number): Promise<void> {
    const page = await this.#call('getManifest', { params: { loop_id: loop }, query: { from_cycle: from, limit: PAGE } })
    const read = this.#read.get(loop) ?? new Set()
    const end = page.next_cycle ?? Infinity
    for (const cycle of this.#wanted.get(loop) ?? []) if (cycle >= from && cycle < end) read.add(cycle)
    this.#read.set(loop, read)
    this.#merge(loop, page.entries)
  }

  #merge(loop: string, entries: readonly ManifestEntry[]): void {
    const known = this.#knownOf(loop)
    this.#put(loop, { ...known, cycles: withEntries(known.cycles, entries) })
  }

  #nextUnread(loop: string): number | undefined {
    const read = this.#read.get(loop)
    return [...(this.#wanted.get(loop) ?? [])].filter((cycle) => read?.has(cycle) !== true).toSorted((a, b) => a - b)[0]
  }

  #knownOf = (loop: string): KnownLoop => this.#map.value.get(loop) ?? UNKNOWN

  #put(loop: string, known: KnownLoop): void {
    this.#map.value = new Map(this.#map.value).set(loop, known)
    this.#version.value++
  }
}

const newer = (known: LoopSummary | undefined, heard: LoopSummary): LoopSummary => (known === undefined || heard.seq >= known.seq ? heard : known)
