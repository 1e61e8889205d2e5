import { sourcesOf, type Graph, type GraphNode } from '../prompt/graph.ts'

/**
 * Which node may run next: one whose sources are done. Lazy inputs do not make their source run until they are required.
 * Output nodes go first, so that a person sees something soon; then what was freed last, so that few results wait in memory.
 */
export class Plan {
  readonly #graph: Graph
  readonly #isDone: (id: string) => boolean
  readonly #waitingFor = new Map<string, Set<string>>()
  readonly #users = new Map<string, Set<string>>()
  readonly #readyOutputs: string[] = []
  readonly #ready: string[] = []

  /** `isDone` says whether a node's result is at hand. */
  constructor(graph: Graph, isDone: (id: string) => boolean) {
    this.#graph = graph
    this.#isDone = isDone
  }

  /** Plans a node and all that it needs before it can run. */
  add(rootId: string): void {
    const open = [rootId]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (this.#waitingFor.has(id)) continue
      this.#waitingFor.set(id, new Set())
      if (!this.#isDone(id)) for (const source of eagerSources(this.#node(id))) if (this.#link(source, id)) open.push(source)
      if (this.#waitingFor.get(id)?.size === 0) this.#makeReady(id)
    }
  }

  /** Takes the next node; undefined when all have run. Every taken node is to be completed or to wait. */
  next(): GraphNode | undefined {
    const id = this.#readyOutputs.shift() ?? this.#ready.pop()
    if (id !== undefined) return this.#node(id)
    if (this.#waitingFor.size > 0) throw new Error('a valid graph always has a node that can run')
    return undefined
  }

  /** Puts a taken node back until `sources` are done. */
  wait(id: string, sources: Iterable<string>): void {
    for (const source of sources) if (this.#link(source, id)) this.add(source)
    if (this.#waitingFor.get(id)?.size === 0) this.#makeReady(id)
  }

  complete(id: string): void {
    this.#waitingFor.delete(id)
    for (const user of this.#users.get(id) ?? []) {
      const waitingFor = this.#waitingFor.get(user)
      waitingFor?.delete(id)
      if (waitingFor?.size === 0) this.#makeReady(user)
    }
    this.#users.delete(id)
  }

  /** Makes `user` wait for `source`, unless that is done; says whether it waits. */
  #link(source: string, user: string): boolean {
    if (this.#isDone(source)) return false
    this.#waitingFor.get(user)?.add(source)
    const users = this.#users.get(source) ?? new Set()
    this.#users.set(source, users.add(user))
    return true
  }

  #makeReady(id: string): void {
    const ready = this.#node(id).nodeClass.outputNode === true ? this.#readyOutputs : this.#ready
    ready.push(id)
  }

  #node(id: string): GraphNode {
    const node = this.#graph.get(id)
    if (node === undefined) throw new Error(`the graph has no node ${id}`)
    return node
  }
}

function eagerSources(node: GraphNode): ReadonlySet<string> {
  const inputs = new Map([...node.inputs].filter(([, input]) => input.kind === 'link' && !input.lazy))
  return sourcesOf({ ...node, inputs })
}
