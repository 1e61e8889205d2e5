import type { Json } from '@lemouf/core/json'
import { inject, type InjectionKey } from 'vue'
import type { Address } from './use-address.ts'

/** A workflow as it stands on ComfyUI's canvas: its graph, and the prompt that ComfyUI itself makes of it. */
export interface CanvasWorkflow {
  readonly title: string
  readonly workflow: Json
  readonly prompt: Json
}

/** ComfyUI's canvas, as far as the studio has to do with it. Nodes are named by their ids in a prompt, `12` or within a subgraph `1:12`. */
export interface Canvas {
  /** What is on it now. Error: `workflow_malformed`. */
  readonly read: () => Promise<CanvasWorkflow>
  /** Hears of every change, until the returned function is called. */
  readonly onChange: (heard: () => void) => () => void
  /** Rings these nodes, and no others. */
  readonly highlight: (nodes: readonly string[]) => void
  /** Goes to a node, selects it and centres it. */
  readonly reveal: (node: string) => void
}

/** The studio as a part of ComfyUI's page: what is there in place of a page of its own. */
export interface Embedding {
  /** Holds the studio, hears its keys, and takes what floats. */
  readonly root: HTMLElement
  readonly address: Address
  readonly canvas: Canvas
}

export const EMBEDDING: InjectionKey<Embedding> = Symbol('embedding')

/** Undefined in the studio's own page. */
export const useEmbedding = (): Embedding | undefined => inject(EMBEDDING, undefined)
