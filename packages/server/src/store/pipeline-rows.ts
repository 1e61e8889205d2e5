import type { PipelinePlan, PipelineState, RecordedPipelineEvent } from '@lemouf/core/pipeline'
import { stringifyJson } from '@lemouf/core/json'
import type { Insertable } from 'kysely'
import { readOwn } from './rows.ts'
import type { Tables } from './schema.ts'

/** Under which name the events of a pipeline stand among those of loops, whose ids hold no slash. */
export const streamOf = (pipelineId: string): string => `pipeline/${pipelineId}`
export const isPipelineStream = (loopId: string): boolean => loopId.startsWith(streamOf(''))

export function rowOfPipelineEvent(pipelineId: string, event: RecordedPipelineEvent): Insertable<Tables['events']> {
  const { seq, at, by, type, ...data } = event
  return { loopId: streamOf(pipelineId), seq, at, actor: by, type, run: null, cycle: null, retry: null, data: stringifyJson(data) }
}

/** The state of a row, without what its run was started with. */
export const pipelineOfRow = ({ state }: { readonly state: string }): PipelineState => ({ plan: undefined, ...(readOwn(state) as object) }) as PipelineState

export const planOfRow = ({ plan }: { readonly plan: string }): PipelinePlan => readOwn(plan) as unknown as PipelinePlan
