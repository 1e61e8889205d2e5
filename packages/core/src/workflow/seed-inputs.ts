import type { Json } from '../json.ts'
import type { LoopMap, Mapping } from './loop-map.ts'
import { isLoopClass } from './loop-nodes.ts'
import type { Assignments } from './mapping.ts'
import { own } from './own.ts'
import { isLink, type Prompt } from './prompt.ts'
import { selectNodes } from './selector.ts'

/**
 * Where an attempt's seed comes from. `map`: as the Loop Map says. `each`: every attempt has another. `cycle`: one a cycle, which its
 * retries and candidates keep. `fixed`: one for the whole loop. (ComfyUI's `control_after_generate` speaks of runs, not of cycles and retries.)
 */
export const SEED_POLICIES = ['map', 'each', 'cycle', 'fixed'] as const
export type SeedPolicy = (typeof SEED_POLICIES)[number]

/** The inputs that hold a seed wherever they occur, as ComfyUI's own editor knows them. */
export const SEED_NAMES: ReadonlySet<string> = new Set(['seed', 'noise_seed'])

/**
 * The inputs that a seed policy governs, as `12.seed`: those to which the map sends a seed; where it sends none, the seeds that the
 * workflow's nodes hold themselves.
 */
export function seedInputs(prompt: Prompt, map: LoopMap | undefined): readonly string[] {
  const mapped = (map?.mappings ?? []).flatMap((mapping) => seedTargets(mapping, prompt))
  return [...new Set(mapped.length > 0 ? mapped : heldSeeds(prompt))]
}

/** The inputs of a mapping that hold a seed, by their name or because `$auto_seed` goes there. */
export function seedTargets({ from, fallback, onRetry, to }: Mapping, prompt: Prompt): readonly string[] {
  const automatic = [from, fallback, onRetry].some((source) => source?.kind === 'auto_seed')
  const targets = to.filter(({ input }) => automatic || SEED_NAMES.has(input))
  return targets.flatMap(({ node, input }) => selectNodes(node, prompt).map((id) => `${id}.${input}`))
}

function heldSeeds(prompt: Prompt): readonly string[] {
  const nodes = Object.entries(prompt).filter(([, { class_type }]) => !isLoopClass(class_type))
  return nodes.flatMap(([id, { inputs }]) => Object.keys(inputs).filter((name) => SEED_NAMES.has(name)).flatMap((name) => holderOf(prompt, id, name, inputs[name])))
}

/** The input itself, or the number node that feeds it. */
function holderOf(prompt: Prompt, id: string, name: string, value: Json | undefined): readonly string[] {
  if (!isLink(value)) return isNumber(value) ? [`${id}.${name}`] : []
  const source = own(prompt, value[0])
  return source?.class_type === 'PrimitiveInt' && isNumber(source.inputs['value']) ? [`${value[0]}.value`] : []
}

const isNumber = (value: Json | undefined): boolean => typeof value === 'number' || typeof value === 'bigint'

/** An assignment of one seed to all of them. */
export const withSeed = (inputs: readonly string[], seed: number | bigint): Assignments => Object.fromEntries(inputs.map((input) => [input, seed]))
