import { setImmediate } from 'node:timers/promises'
import { isJsonObject, type Json } from '@lemouf/core/json'
import type { EngineFiles } from '../files/node-files.ts'
import type { NodeContext, NodeFiles, NodeInputs } from '../nodes/node.ts'
import { sourcesOf, type GraphNode } from '../prompt/graph.ts'
import type { HistoryEntry } from './history.ts'
import { Plan } from './plan.ts'
import type { Job } from './queue.ts'
import { describeError, describeInput, type Report } from './report.ts'
import type { ResultCache } from './result-cache.ts'
import { storeResult, type StoredResult } from './result.ts'
import { signGraph } from './signature.ts'

export interface RunServices {
  readonly cache: ResultCache
  readonly files: EngineFiles
  /** Hears of what a person at the console should know. */
  readonly warn: (sentence: string, cause?: unknown) => void
}

/** Executes one job from its first message to its history entry. */
export class PromptRun {
  readonly job: Job
  readonly #services: RunServices
  readonly #report: Report
  readonly #signal: AbortSignal
  readonly #files: NodeFiles
  #signatures: ReadonlyMap<string, string> = new Map()
  /** Results that a node may still ask for, pinned in the cache. */
  readonly #results = new Map<string, StoredResult>()
  /** The nodes that were in the cache at the start. */
  readonly #recalled = new Set<string>()
  /** How many nodes may still ask for the result of a node. */
  readonly #users = new Map<string, number>()
  readonly #executed: string[] = []
  #currentNode: string | undefined

  constructor(job: Job, report: Report, services: RunServices, signal: AbortSignal) {
    this.job = job
    this.#report = report
    this.#services = services
    this.#signal = signal
    this.#files = services.files.forPrompt(job.row[1])
  }

  /** The node that executes now. */
  get currentNode(): string | undefined {
    return this.#currentNode
  }

  /** Runs the prompt; a failure of a node is part of the entry and is never thrown. */
  async run(): Promise<HistoryEntry> {
    const report = this.#report
    report.lifecycle('execution_start')
    const success = await this.#runNodes()
    if (success) {
      report.progress.flush()
      report.lifecycle('execution_success')
    }
    for (const id of this.#results.keys()) this.#release(id)
    this.#currentNode = undefined
    const status = { status_str: success ? 'success' : 'error', completed: success, messages: report.messages } as const
    const meta = [...report.outputs.keys()].map((id) => [id, { node_id: id, display_node: id, parent_node: null, real_node_id: id }] as const)
    return { prompt: this.job.row, outputs: Object.fromEntries(report.outputs), status, meta: Object.fromEntries(meta) }
  }

  async #runNodes(): Promise<boolean> {
    let node = this.job.graph.get(this.job.row[4][0] ?? '')
    try {
      await this.#recall()
      const plan = new Plan(this.job.graph, (id) => this.#results.has(id))
      for (const id of this.job.row[4]) plan.add(id)
      for (node = plan.next(); node !== undefined; node = plan.next()) {
        const missing = await this.#step(node)
        if (missing.size > 0) plan.wait(node.id, missing)
        else {
          plan.complete(node.id)
          this.#letGo(node)
        }
        // Requests are answered between nodes.
        await setImmediate()
      }
      return true
    } catch (error) {
      this.#fail(node, error)
      return false
    }
  }

  /** Signs the graph and takes what is cached of it. */
  async #recall(): Promise<void> {
    const { cache, warn } = this.#services
    this.#signatures = await signGraph(this.job.graph, this.#files, warn)
    for (const [id, signature] of this.#signatures) {
      const stored = await cache.getIntact(signature)
      if (stored === undefined) continue
      this.#hold(id, stored)
      this.#recalled.add(id)
    }
    this.#report.lifecycle('execution_cached', { nodes: [...this.#recalled] })
    for (const node of this.job.graph.values()) {
      if (this.#recalled.has(node.id)) continue
      for (const source of sourcesOf(node)) this.#users.set(source, (this.#users.get(source) ?? 0) + 1)
    }
  }

  /** Executes a node, or says which lazy sources it waits for. */
  async #step(node: GraphNode): Promise<ReadonlySet<string>> {
    const report = this.#report
    const nothing: ReadonlySet<string> = new Set()
    // The result may also stem from an equal node of this prompt.
    const stored = this.#results.get(node.id) ?? this.#services.cache.get(this.#signatureOf(node.id))
    if (stored !== undefined) {
      this.#hold(node.id, stored)
      report.executed(node.id, stored.ui)
      report.progress.finish(node.id)
      return nothing
    }
    this.#currentNode = node.id
    report.progress.start(node.id)
    report.executing(node.id)
    this.#signal.throwIfAborted()
    const inputs = this.#inputsOf(node)
    const missing = this.#missing(node, inputs)
    if (missing.size > 0) return missing

    const result = await node.nodeClass.execute(inputs, this.#contextOf(node))
    const fresh = storeResult(result, this.#services.files)
    this.#hold(node.id, fresh)
    this.#services.cache.set(this.#signatureOf(node.id), fresh)
    if (fresh.ui !== undefined && Object.keys(fresh.ui).length > 0) report.executed(node.id, fresh.ui)
    report.progress.finish(node.id)
    this.#executed.push(node.id)
    return nothing
  }

  #inputsOf(node: GraphNode): NodeInputs {
    const inputs: Record<string, unknown> = {}
    for (const [name, input] of node.inputs) {
      if (input.kind === 'value') inputs[name] = input.value
      else if (this.#results.has(input.source)) inputs[name] = this.#results.get(input.source)?.outputs[input.slot]
    }
    return inputs
  }

  #missing(node: GraphNode, inputs: NodeInputs): ReadonlySet<string> {
    const sources = new Set<string>()
    for (const name of node.nodeClass.needs?.(inputs) ?? []) {
      const input = node.inputs.get(name)
      if (input?.kind === 'link' && !this.#results.has(input.source)) sources.add(input.source)
    }
    return sources
  }

  #contextOf(node: GraphNode): NodeContext {
    const [, promptId, prompt, extraData] = this.job.row
    const report = this.#report
    const signal = this.#signal
    return {
      nodeId: node.id,
      promptId,
      signal,
      files: this.#files,
      prompt,
      extraPngInfo: isJsonObject(extraData.extra_pnginfo) ? extraData.extra_pnginfo : {},
      progress: (value, max) => {
        signal.throwIfAborted()
        report.step(node.id, value, max)
      },
      preview: (frame) => report.preview(node.id, frame),
    }
  }

  #hold(id: string, stored: StoredResult): void {
    if (!this.#results.has(id)) this.#services.cache.pin(this.#signatureOf(id))
    this.#results.set(id, stored)
  }

  /** A node is done: what only it still needed may leave the memory, and so may its own result when nobody uses it. */
  #letGo(node: GraphNode): void {
    if ((this.#users.get(node.id) ?? 0) === 0) this.#release(node.id)
    if (this.#recalled.has(node.id)) return
    for (const source of sourcesOf(node)) {
      const users = (this.#users.get(source) ?? 0) - 1
      this.#users.set(source, users)
      if (users === 0) this.#release(source)
    }
  }

  #release(id: string): void {
    if (this.#results.delete(id)) this.#services.cache.unpin(this.#signatureOf(id))
  }

  #signatureOf(id: string): string {
    const signature = this.#signatures.get(id)
    if (signature === undefined) throw new Error(`node ${id} has no signature`)
    return signature
  }

  #fail(node: GraphNode | undefined, error: unknown): void {
    const about = { node_id: node?.id ?? null, node_type: node?.nodeClass.name ?? null, executed: this.#executed }
    if (this.#signal.aborted) {
      this.#report.lifecycle('execution_interrupted', about)
      return
    }
    const described = describeError(error)
    if (described.traceback.length > 0) this.#services.warn(`Node ${about.node_id} (${about.node_type}) failed.`, error)
    const inputs = node === undefined ? [] : Object.entries(this.#inputsOf(node)).map(([name, value]): [string, Json] => [name, [describeInput(value)]])
    this.#report.lifecycle('execution_error', {
      ...about,
      ...described,
      current_inputs: Object.fromEntries(inputs),
      current_outputs: [...this.job.graph.keys()],
    })
  }
}
