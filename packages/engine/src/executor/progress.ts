/** Nodes beyond which a state is held back when the last one is younger than the interval. */
const LARGE_GRAPH = 64
const LARGE_GRAPH_INTERVAL_MS = 100

interface NodeState {
  readonly state: 'running' | 'finished'
  readonly value: number
  readonly max: number
}

/** How far the nodes of a prompt are, as `progress_state` lists them. Nodes that wait are not listed. */
export class Progress {
  readonly #promptId: string
  readonly #send: (data: unknown) => void
  readonly #nodes = new Map<string, NodeState & object>()
  #lastSent = -Infinity
  #heldBack = false

  /** `send` takes the data of a `progress_state` message. */
  constructor(promptId: string, send: (data: unknown) => void) {
    this.#promptId = promptId
    this.#send = send
  }

  start(nodeId: string): void {
    this.#set(nodeId, { state: 'running', value: 0, max: 1 })
  }

  update(nodeId: string, value: number, max: number): void {
    this.#set(nodeId, { state: 'running', value, max })
  }

  finish(nodeId: string): void {
    const max = this.#nodes.get(nodeId)?.max ?? 1
    this.#set(nodeId, { state: 'finished', value: max, max })
  }

  /** Sends the last state if it was held back. */
  flush(): void {
    if (this.#heldBack) this.#publish()
  }

  /** Every message holds all nodes so far. In a large graph one for every step would be quadratic, so it gets ten a second. */
  #set(nodeId: string, state: NodeState): void {
    const ids = { node_id: nodeId, prompt_id: this.#promptId, display_node_id: nodeId, parent_node_id: null, real_node_id: nodeId }
    this.#nodes.set(nodeId, { ...state, ...ids })
    this.#heldBack = this.#nodes.size > LARGE_GRAPH && performance.now() - this.#lastSent < LARGE_GRAPH_INTERVAL_MS
    if (!this.#heldBack) this.#publish()
  }

  #publish(): void {
    this.#heldBack = false
    this.#lastSent = performance.now()
    this.#send({ prompt_id: this.#promptId, nodes: Object.fromEntries(this.#nodes) })
  }
}
