import { randomUUID } from 'node:crypto'
import { isJsonObject, type Json, type JsonObject } from '@lemouf/core/json'
import { fail, ok, type Result } from '@lemouf/core/result'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Job } from '../executor/queue.ts'
import { refusal, type NodeErrors, type Refusal } from '../prompt/problem.ts'
import { validatePrompt } from '../prompt/validate.ts'
import { NO_PROMPT, type EngineContext } from './context.ts'
import { describeIssues, expectShape, jsonValue, readBody, wholeNumber } from './parse.ts'

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/
/** Keys of accounts that ComfyUI never shows again; the engine has no use for them. */
const SECRETS = new Set(['auth_token_comfy_org', 'api_key_comfy_org'])

const PromptRequest = z.object({
  prompt: jsonValue.optional(),
  prompt_id: jsonValue.optional(),
  client_id: z.string().nullish(),
  number: z.union([z.number(), z.bigint()]).optional().transform((value) => (value === undefined ? undefined : Number(value))),
  front: z.boolean().nullish(),
  extra_data: z.custom<JsonObject>((value) => isJsonObject(value as Json), 'must be an object').nullish(),
  partial_execution_targets: z.array(z.string()).nullish(),
})
const Clearing = z.object({ clear: z.boolean().nullish(), delete: z.array(z.string()).nullish() })
const Interrupt = z.object({ prompt_id: z.string().nullish() })
const HistoryQuery = z.object({ max_items: wholeNumber.optional(), offset: wholeNumber.optional() })

/** Queueing, the queue, interrupts and history. */
export function promptRoutes(app: FastifyInstance, context: EngineContext): void {
  const { worker } = context
  const intake = new Intake(context)

  app.post('/prompt', async (request, reply) => {
    const queued = await intake.queue(readBody(request.body))
    return queued.ok ? queued.value : reply.code(400).send(queued.error)
  })
  app.get('/prompt', () => worker.remaining)
  app.get('/queue', () => ({
    queue_running: worker.running === undefined ? [] : [worker.running.row],
    queue_pending: worker.queue.list().map((job) => job.row),
  }))
  app.post('/queue', (request, reply) => {
    const wish = expectShape(Clearing, readBody(request.body))
    if (wish.clear === true) worker.clear()
    for (const id of wish.delete ?? []) worker.delete(id)
    return reply.code(200).send()
  })
  app.post('/interrupt', (request, reply) => {
    const { prompt_id: promptId } = expectShape(Interrupt, readBody(request.body))
    worker.interrupt(promptId === null || promptId === '' ? undefined : promptId)
    return reply.code(200).send()
  })
  app.get('/history', (request) => {
    const { max_items: maxItems, offset } = expectShape(HistoryQuery, request.query)
    return Object.fromEntries(worker.history.list(maxItems, offset))
  })
  app.get<{ Params: { id: string } }>('/history/:id', (request) => {
    const entry = worker.history.get(request.params.id)
    return entry === undefined ? {} : { [request.params.id]: entry }
  })
  app.post('/history', (request, reply) => {
    const wish = expectShape(Clearing, readBody(request.body))
    if (wish.clear === true) worker.history.clear()
    for (const id of wish.delete ?? []) worker.history.delete(id)
    return reply.code(200).send()
  })
  app.post('/free', (_request, reply) => {
    context.cache.clear()
    return reply.code(200).send()
  })
}

/** Takes prompts in: numbers them, validates them, queues the valid ones. */
class Intake {
  readonly #context: EngineContext
  #nextNumber = 0

  constructor(context: EngineContext) {
    this.#context = context
  }

  async queue(body: Json): Promise<Result<{ prompt_id: string; number: number; node_errors: NodeErrors }, Refusal>> {
    const parsed = PromptRequest.safeParse(body)
    if (!parsed.success) return fail(refusal('invalid_prompt', `The request does not fit: ${describeIssues(parsed.error)}.`))
    const request = parsed.data
    const number = request.number ?? this.#takeNumber(request.front === true)
    if (request.prompt === undefined) return fail(refusal('no_prompt', 'No prompt provided', 'No prompt provided'))
    const promptId = request.prompt_id ?? randomUUID()
    if (typeof promptId !== 'string' || !UUID.test(promptId)) return fail(badId())

    const { files, nodeClasses, worker } = this.#context
    const targets = request.partial_execution_targets ?? undefined
    const valid = await validatePrompt(request.prompt, targets, nodeClasses, files.forPrompt(NO_PROMPT))
    if (!valid.ok) return valid
    const { prompt, graph, outputs, nodeErrors } = valid.value
    const extraData = keepExtra(request.extra_data ?? {}, request.client_id ?? undefined)
    const clientId = typeof extraData.client_id === 'string' ? extraData.client_id : undefined
    const job: Job = { row: [number, promptId, prompt, extraData, outputs], graph, clientId }
    worker.add(job)
    return ok({ prompt_id: promptId, number, node_errors: nodeErrors })
  }

  /** Counts up; a prompt that goes to the front gets the negative of its number, as in ComfyUI. */
  #takeNumber(front: boolean): number {
    const number = this.#nextNumber++
    return front && number > 0 ? -number : number
  }
}

function keepExtra(extraData: JsonObject, clientId: string | undefined): JsonObject {
  const kept = Object.entries(extraData).filter(([key]) => !SECRETS.has(key))
  return { ...Object.fromEntries(kept), ...(clientId === undefined ? {} : { client_id: clientId }), create_time: Date.now() }
}

function badId(): Refusal {
  const details = 'prompt_id must be a UUID string in canonical lowercase hyphenated form; omit it to let the server generate one'
  return refusal('invalid_prompt_id', 'prompt_id must be a valid UUID', details)
}
