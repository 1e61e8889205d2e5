import { stringifyJson } from '@lemouf/core/json'
import { loopsHeardBy, workOf, type PipelineState, type RecordedPipelineEvent, type Resource } from '@lemouf/core/pipeline'
import type { Database } from './database.ts'
import { pipelineOfRow, planOfRow, rowOfPipelineEvent, streamOf } from './pipeline-rows.ts'
import { readOwn } from './rows.ts'

/** What one command did to one pipeline. */
export interface PipelineBatch {
  /** The sequence number that the command was decided on; 0 for a new pipeline. */
  readonly expectedSeq: number
  /** Numbered from `expectedSeq + 1` on. */
  readonly events: readonly RecordedPipelineEvent[]
  /** The pipeline as it is after them. */
  readonly state: PipelineState
}

/** Pipelines in the database: their events among those of the loops, so that one live feed tells of both in order. Errors: as of the store. */
export class PipelineStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  get #query(): Database['query'] {
    return this.#database.query
  }

  /** Records what a command did, all of it or nothing, and resolves once it is on disk. `conflict`: the pipeline is past `expectedSeq`. */
  async append({ expectedSeq, events, state }: PipelineBatch): Promise<{ readonly lastEventId: number } | 'conflict'> {
    const { pipelineId, seq, createdAt, updatedAt } = state
    const { plan, ...rest } = state
    const now = {
      seq, updatedAt,
      open: workOf(state).length > 0 || loopsHeardBy(state).length > 0 ? 1 : 0,
      state: stringifyJson(rest),
      ...(events.some(({ type }) => type === 'runStarted') ? { plan: stringifyJson(plan) } : {}),
    }
    const query = this.#query
    const compareAndSet = expectedSeq === 0
      ? query.insertInto('pipelines').values({ plan: stringifyJson(plan), ...now, pipelineId, createdAt }).onConflict((conflict) => conflict.doNothing())
      : query.updateTable('pipelines').set(now).where('pipelineId', '=', pipelineId).where('seq', '=', expectedSeq)
    const results = await this.#database.transaction([
      { ...compareAndSet.compile(), mustChange: true },
      query.insertInto('events').values(events.map((event) => rowOfPipelineEvent(pipelineId, event))).compile(),
      query.selectFrom('events').select('id').where('loopId', '=', streamOf(pipelineId)).where('seq', '=', seq).compile(),
    ])
    return results === 'conflict' ? results : { lastEventId: Number(results.at(-1)?.rows[0]?.['id']) }
  }

  /** A pipeline with what its run was started with. */
  async read(pipelineId: string): Promise<PipelineState | undefined> {
    const row = await this.#query.selectFrom('pipelines').select(['state', 'plan']).where('pipelineId', '=', pipelineId).executeTakeFirst()
    return row === undefined ? undefined : { ...pipelineOfRow(row), plan: planOfRow(row) }
  }

  /** All pipelines, last changed first, without what their runs were started with. */
  async list(): Promise<readonly PipelineState[]> {
    const rows = await this.#query.selectFrom('pipelines').select('state').orderBy('updatedAt', 'desc').orderBy('pipelineId').execute()
    return rows.map(pipelineOfRow)
  }

  /** Those with something to do or to hear. */
  async open(): Promise<readonly string[]> {
    const rows = await this.#query.selectFrom('pipelines').select('pipelineId').where('open', '=', 1).orderBy('pipelineId').execute()
    return rows.map((row) => row.pipelineId)
  }

  /** What a composition step was given by the event of that number. */
  async readResources(pipelineId: string, seq: number): Promise<readonly Resource[]> {
    const row = await this.#query.selectFrom('events').select('data').where('loopId', '=', streamOf(pipelineId)).where('seq', '=', seq).executeTakeFirst()
    return row === undefined ? [] : ((readOwn(row.data) as { resources?: readonly Resource[] }).resources ?? [])
  }
}
