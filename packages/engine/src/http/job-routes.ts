import type { Json } from '@lemouf/core/json'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { EngineContext } from './context.ts'
import { cancelJob, findJob, JOB_STATUSES, listJobs, type JobView } from './jobs.ts'
import { expectShape, readBody, wholeNumber } from './parse.ts'

const JobsQuery = z.object({
  status: z.string().transform((text) => text.toLowerCase().split(',').map((part) => part.trim()).filter((part) => part !== ''))
    .pipe(z.array(z.enum(JOB_STATUSES))).optional(),
  workflow_id: z.string().optional(),
  sort_by: z.enum(['created_at', 'execution_duration']).default('created_at'),
  sort_order: z.enum(['asc', 'desc']).default('desc'),
  limit: wholeNumber.refine((value) => value > 0, 'must be positive').optional(),
  offset: wholeNumber.default(0),
})
const CancelRequest = z.object({ job_ids: z.array(z.string()) })

/** The newer way to read queue and history as one list of jobs. */
export function jobRoutes(app: FastifyInstance, { worker }: EngineContext): void {
  app.get('/jobs', (request) => {
    const query = expectShape(JobsQuery, request.query)
    const key = query.sort_by === 'created_at' ? createdAt : duration
    const sign = query.sort_order === 'asc' ? 1 : -1
    const jobs = listJobs(worker)
      .filter((job) => query.status?.includes(job.status) ?? true)
      .filter((job) => query.workflow_id === undefined || job.workflow_id === query.workflow_id)
      .toSorted((a, b) => sign * (key(a) - key(b)))
    const end = query.offset + (query.limit ?? jobs.length)
    const pagination = { offset: query.offset, limit: query.limit ?? null, total: jobs.length, has_more: end < jobs.length }
    return { jobs: jobs.slice(query.offset, end), pagination }
  })
  app.get<{ Params: { id: string } }>('/jobs/:id', (request, reply) => {
    return findJob(worker, request.params.id) ?? reply.code(404).send({ error: 'Job not found' })
  })
  app.post<{ Params: { id: string } }>('/jobs/:id/cancel', (request) => ({ cancelled: cancelJob(worker, request.params.id) }))
  app.post('/jobs/cancel', (request) => {
    const { job_ids: ids } = expectShape(CancelRequest, readBody(request.body))
    return { cancelled: ids.filter((id) => cancelJob(worker, id)).length > 0 }
  })
}

const numberOr0 = (value: Json | undefined): number => (typeof value === 'number' ? value : 0)
const createdAt = (job: JobView): number => numberOr0(job.create_time)
const duration = (job: JobView): number =>
  job.execution_end_time === undefined ? 0 : numberOr0(job.execution_end_time) - numberOr0(job.execution_start_time)
