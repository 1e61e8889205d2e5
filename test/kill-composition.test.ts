import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@lemouf/core/error'
import { createClient, staleSchema, type Client, type LogEntry } from '@lemouf/core/protocol'
import { applyEdit, serialise, violations, type Edit, type Project } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dice, editOf } from '../packages/core/src/timeline/testing-edits.ts'
import { startProcess } from './support/process.ts'

const KILLS = 12
const WINDOWS = 3

/** What a window sent last; it does not know whether that was stored until an answer comes. */
interface Sent {
  readonly sequence: number
  readonly base_revision: number
  readonly edits: Edit[]
}

/** A window of the studio as it is meant to be: does its edits at once, sends them one at a time, catches up when somebody was quicker. */
class Window {
  readonly client: string
  readonly acknowledged = new Map<number, { revision: number; edits: readonly Edit[] }>()
  readonly #call: Client
  readonly #id: string
  readonly #rolls: Generator<Edit, never, Project>
  #project: Project | undefined
  #revision = 0
  #sequence = 0
  #unanswered: Sent | undefined

  constructor(call: Client, id: string, seed: number) {
    this.#call = call
    this.#id = id
    this.client = `w${seed}`
    this.#rolls = rolls(seed)
    this.#rolls.next(undefined as never)
  }

  /** Edits until the server is gone. */
  async work(): Promise<void> {
    try {
      await this.#open()
      for (;;) await this.#send(this.#unanswered ?? this.#next())
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'engine_unavailable')) throw error
    }
  }

  async #open(): Promise<void> {
    const { document, revision } = await this.#call('getComposition', { params: { composition_id: this.#id }, query: { client: this.client } })
    this.#project = document
    this.#revision = revision
  }

  #next(): Sent {
    for (;;) {
      const edit = this.#rolls.next(this.#project!).value
      const applied = applyEdit(this.#project!, edit)
      if (applied.ok && applied.value.project !== this.#project) return { sequence: ++this.#sequence, base_revision: this.#revision, edits: [edit] }
    }
  }

  async #send(sent: Sent): Promise<void> {
    this.#unanswered = sent
    try {
      const { revision, repeated } = await this.#call('editComposition', { params: { composition_id: this.#id }, body: { ...sent, client: this.client } })
      this.acknowledged.set(sent.sequence, { revision, edits: sent.edits })
      this.#unanswered = undefined
      if (repeated) await this.#open()
      else this.#take([{ revision, edits: sent.edits }])
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code !== 'composition_stale' && error.code !== 'edit_refused') throw error
      this.#unanswered = undefined
      if (error.code === 'edit_refused') return this.#open()
      const { since } = staleSchema.parse(error.details)
      if (since === null) await this.#open()
      // What was sent before the server went was made on an older revision than the window has opened since.
      else this.#take(since.filter(({ revision }) => revision > this.#revision))
    }
  }

  #take(entries: readonly Pick<LogEntry, 'revision' | 'edits'>[]): void {
    for (const { revision, edits } of entries) {
      expect(revision).toBe(this.#revision + 1)
      for (const edit of edits) this.#project = done(this.#project!, edit)
      this.#revision = revision
    }
  }
}

/** Random edits for whatever document is there. */
function* rolls(seed: number): Generator<Edit, never, Project> {
  let project = yield undefined as never
  for (let n = 0; ; ) for (const roll of fc.sample(dice, { numRuns: 500, seed: seed * 1000 + n })) project = yield editOf(project, roll, seed * 1_000_000 + n++)
}

function done(project: Project, edit: Edit): Project {
  const applied = applyEdit(project, edit)
  if (!applied.ok) throw new Error(applied.error.message)
  return applied.value.project
}

test(`killed ${KILLS} times in the middle of edits of ${WINDOWS} windows, it has every edit that it acknowledged, once, and a sound document`, { timeout: 300_000 }, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lemouf-kill-composition-'))
  let program = await startProcess(dataDir)
  const call: Client = (name, input) => createClient({ base: program.url, fetch })(name, input)
  const { composition_id } = (await call('createComposition', { body: { name: 'killed' } })).composition
  const beginning = (await call('getComposition', { params: { composition_id }, query: {} })).document
  const windows = Array.from({ length: WINDOWS }, (_, index) => new Window(call, composition_id, index + 1))

  for (let kill = 0; kill < KILLS; kill++) {
    const working = windows.map((window) => window.work())
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 900))
    await program.kill()
    await Promise.all(working)
    program = await startProcess(dataDir)
    const { document, revision } = await call('getComposition', { params: { composition_id }, query: {} })
    expect(violations(document)).toEqual([])
    const log = await wholeLog(call, composition_id)
    expect(log.map((entry) => entry.revision)).toEqual(Array.from({ length: revision }, (_, index) => index + 1))
    expect(serialise(log.flatMap(({ edits }) => edits).reduce(done, beginning))).toBe(serialise(document))
    for (const window of windows) expectAllOnce(window, log)
  }

  expect(windows.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)).toBeGreaterThan(KILLS * 10)
  await program.stop()
  await rm(dataDir, { recursive: true, force: true })
})

function expectAllOnce({ client, acknowledged }: Window, log: readonly LogEntry[]): void {
  const own = log.filter((entry) => entry.client === client)
  expect(new Set(own.map(({ sequence }) => sequence)).size).toBe(own.length)
  const bySequence = new Map(own.map((entry) => [entry.sequence, entry]))
  for (const [sequence, { revision, edits }] of acknowledged) expect(bySequence.get(sequence)).toMatchObject({ revision, edits })
}

async function wholeLog(call: Client, composition_id: string): Promise<LogEntry[]> {
  const entries: LogEntry[] = []
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<typeof call<'getCompositionEdits'>>> = await call('getCompositionEdits', { params: { composition_id }, query: { after, limit: 1000 } })
    entries.push(...page.entries)
    after = page.next
  }
  return entries
}
