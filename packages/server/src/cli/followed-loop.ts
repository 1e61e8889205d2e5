import type { Change, LoopSummary, LoopView, ManifestEntry, Progress } from '@lemouf/core/protocol'

type Place = Pick<ManifestEntry, 'cycle_index' | 'retry_index'>
const keyOf = ({ cycle_index, retry_index }: Place): string => `${cycle_index}/${retry_index}`

/** A loop as the live feed tells of it. */
export class FollowedLoop {
  loop: LoopSummary
  /** How far the prompt is that was heard of last. */
  running: Progress | undefined
  readonly #entries = new Map<string, ManifestEntry>()

  constructor(view: LoopView) {
    this.loop = view
    this.begin(view)
  }

  /** Begins anew from what the server says now. The entries that are news are given back. */
  begin(view: LoopView): readonly ManifestEntry[] {
    const news = view.manifest.filter((entry) => this.#isNews(entry))
    this.loop = view
    this.#entries.clear()
    for (const entry of view.manifest) this.#entries.set(keyOf(entry), entry)
    return news
  }

  /** Takes a change in, unless it is older than what is known. The entries that are news are given back. */
  change({ loop, entries, reset }: Change): readonly ManifestEntry[] {
    if (loop.seq <= this.loop.seq) return []
    this.loop = loop
    if (reset) this.#entries.clear()
    const news = entries.filter((entry) => this.#isNews(entry))
    for (const entry of entries) this.#entries.set(keyOf(entry), entry)
    return news
  }

  progress(progress: Progress): void {
    this.running = progress
  }

  get entries(): readonly ManifestEntry[] {
    return [...this.#entries.values()]
  }

  /** What the cycle that is next to be approved stands on: its last attempt. */
  get current(): ManifestEntry | undefined {
    return this.entries.filter((entry) => entry.cycle_index === this.loop.current_cycle).sort((a, b) => b.retry_index - a.retry_index)[0]
  }

  /** The attempt that waits for a decision; of several candidates the first. */
  get waiting(): ManifestEntry | undefined {
    const { status, current_cycle, current_retry } = this.loop
    const entry = status === 'waiting' ? this.#entries.get(keyOf({ cycle_index: current_cycle, retry_index: current_retry })) : undefined
    return entry?.status === 'returned' && entry.decision === null ? entry : undefined
  }

  #isNews(entry: ManifestEntry): boolean {
    const known = this.#entries.get(keyOf(entry))
    return known === undefined || known.status !== entry.status || known.decision !== entry.decision
  }
}
