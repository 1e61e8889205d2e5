import type { Json } from '../json.ts'
import { approvedOf, isMedia, type LoopState, type MediaKind, type Output } from '../loop/index.ts'
import { upstreamSteps, type PipelineState } from './state.ts'

/** Something that a composition is made of. */
export interface Resource {
  /** The same for the same thing however often it is collected. */
  readonly id: string
  readonly kind: MediaKind | 'text' | 'json'
  /** For people: a file's name, or a label. */
  readonly name: string
  /** Opaque id in the media store. */
  readonly media?: string
  /** Where something is that is not in the media store. */
  readonly src?: string
  readonly mime?: string
  readonly bytes?: number
  readonly width?: number
  readonly height?: number
  /** Length in seconds, of sound and film. */
  readonly seconds?: number
  readonly text?: string
  readonly value?: Json
  /** The approved attempt that made it; absent for what was given. */
  readonly from?: ResourceOrigin
}

export interface ResourceOrigin {
  readonly nodeId: string
  readonly loopId: string
  readonly cycle: number
  readonly retry: number
  /** Index among the attempt's outputs. */
  readonly output: number
}

/**
 * What a composition step is made of, in an order that depends on nothing else: the approved outputs of the execute steps before it,
 * by step, cycle, retry and output, then what the step was given. A thing with the same id comes once.
 */
export function collectResources(state: PipelineState, nodeId: string, loops: ReadonlyMap<string, LoopState>): readonly Resource[] {
  const made = upstreamSteps(state.steps, nodeId).flatMap((step) => {
    const loop = step.role === 'execute' && step.loopId !== undefined ? loops.get(step.loopId) : undefined
    return loop === undefined ? [] : approvedOutputs(step.nodeId, loop)
  })
  return unique([...made, ...(state.plan?.given[nodeId] ?? [])])
}

function approvedOutputs(nodeId: string, loop: LoopState): readonly Resource[] {
  return loop.cycles.flatMap((cycle) => {
    const attempt = approvedOf(cycle)
    if (attempt === undefined) return []
    const { cycle: index, retry, outputs } = attempt
    return outputs.map((output, at) => resourceOf(output, { nodeId, loopId: loop.loopId, cycle: index, retry, output: at }))
  })
}

function resourceOf(output: Output, from: ResourceOrigin): Resource {
  const id = `${from.loopId}/${from.cycle}/${from.retry}/${from.output}`
  const name = `cycle ${from.cycle + 1}`
  if (output.kind === 'text') return { id, kind: 'text', name, text: output.text, from }
  if (!isMedia(output)) return { id, kind: 'json', name, value: output.value, from }
  const { kind, media, filename, mime, bytes, width, height } = output
  return { id, kind, name: filename, media, mime, bytes, ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }), from }
}

function unique(resources: readonly Resource[]): readonly Resource[] {
  return [...new Map(resources.toReversed().map((resource) => [resource.id, resource])).values()].toReversed()
}
