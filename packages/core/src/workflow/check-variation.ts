import { canonicalJson, type Json } from '../json.ts'
import { checkValue } from './check-value.ts'
import type { Finding } from './finding.ts'
import type { LoopMap, Mapping } from './loop-map.ts'
import { lookUpClass } from './loop-nodes.ts'
import { mappingValue, parseInputName } from './mapping.ts'
import { inputSpec, type ObjectInfo } from './object-info.ts'
import { own } from './own.ts'
import { referTo, type Prompt } from './prompt.ts'
import { seedInputs, seedTargets, type SeedPolicy } from './seed-inputs.ts'

/** What a loop leaves to chance. */
export type Chance = {
  /** Attempts that are made of a cycle to choose among. */
  readonly candidates: number
  readonly seeds: SeedPolicy
  /** What the seeds derive from, if that was said. */
  readonly seed: number | bigint | null
}

export const PLAIN_CHANCE: Chance = { candidates: 1, seeds: 'map', seed: null }

export type VariationContext = {
  readonly map: LoopMap | undefined
  readonly prompt: Prompt
  readonly info: ObjectInfo
  readonly payload: Json | undefined
  readonly chance: Chance
}

/** That the candidates of a cycle, and another try of it, can come out differently, and that the seeds are ones the inputs take. */
export function checkVariation(context: VariationContext): readonly Finding[] {
  const { map, prompt, chance } = context
  const inputs = seedInputs(prompt, map)
  const governs = chance.seeds !== 'map'
  if (governs && inputs.length === 0) return [noSeedInput(chance.seeds)]
  const unfit = governs ? checkSeeds(context, inputs) : checkBase(context)
  if (chance.seeds === 'each') return unfit
  // The first try and the ones after it can differ by `on_retry` alone, so three are compared.
  const [first, second, third] = [0, 1, 2].map((retry) => valuesOf(context, retry))
  const retriesDiffer = first !== second
  const candidatesDiffer = retriesDiffer && (chance.candidates < 3 || second !== third)
  if (chance.candidates > 1 && !candidatesDiffer) return [...unfit, equalCandidates(chance, retriesDiffer)]
  return retriesDiffer ? unfit : [...unfit, equalRetries(chance.seeds)]
}

/** Not what a payload holds, so that an automatic seed is told from one that it gives. */
const UNLIKELY_SEED = 3_141_592_653

/** What the map gives an attempt of the first cycle, as text to compare; a mapping that does not resolve is told of elsewhere. */
function valuesOf({ map, prompt, payload, chance }: VariationContext, retryIndex: number): string {
  const governed = (mapping: Mapping): boolean => chance.seeds !== 'map' && seedTargets(mapping, prompt).length > 0
  const free = (map?.mappings ?? []).filter((mapping) => !governed(mapping))
  const autoSeed = UNLIKELY_SEED + (chance.seeds === 'map' ? retryIndex : 0)
  const values = free.map((mapping) => mappingValue(mapping, { map, payload, cycleIndex: 0, retryIndex, autoSeed, previous: undefined }))
  return values.map((value) => (value.ok ? value.value === undefined ? '' : canonicalJson(value.value) : `unresolved ${retryIndex}`)).join('\n')
}

const LARGEST_DERIVED = 2 ** 32 - 1

function checkSeeds({ prompt, info, chance }: VariationContext, inputs: readonly string[]): readonly Finding[] {
  const seed = chance.seed ?? LARGEST_DERIVED
  return inputs.flatMap((key): readonly Finding[] => {
    const name = parseInputName(key)
    const node = name === undefined ? undefined : own(prompt, name.nodeId)
    if (name === undefined || node === undefined) return []
    const owner = lookUpClass(info, node.class_type)
    const spec = owner === undefined ? undefined : inputSpec(owner, name.input)
    const fault = spec === undefined ? undefined : checkValue(spec, seed)
    if (fault === undefined) return []
    const reference = referTo(name.nodeId, node)
    const message = `The seed ${seed} does not fit "${name.input}" of node ${name.nodeId} ("${reference.title}"): ${fault.problem}.`
    return [{ severity: 'error', code: fault.code, message, node: reference, input: name.input, remedy: 'Choose a smaller seed to start from, or leave the seeds to the map.' }]
  })
}

/** With seeds as the map says, a seed to start from reaches what reads `$auto_seed`. */
function checkBase(context: VariationContext): readonly Finding[] {
  const { map, prompt, chance } = context
  if (chance.seed === null) return []
  const automatic = (map?.mappings ?? []).filter(({ from, fallback, onRetry }) => [from, fallback, onRetry].some((source) => source?.kind === 'auto_seed'))
  if (automatic.length > 0) return checkSeeds(context, automatic.flatMap((mapping) => seedTargets(mapping, prompt)))
  const message = `Nothing reads "$auto_seed", so the seed ${chance.seed} to start from changes nothing.`
  return [{ severity: 'warning', code: 'seed_unused', message, remedy: 'Choose a seed policy: "each", "cycle" or "fixed".' }]
}

function noSeedInput(seeds: SeedPolicy): Finding {
  const message = `No node of this workflow holds a seed that could be set, so the seed policy "${seeds}" changes nothing.`
  return { severity: 'warning', code: 'no_seed_input', message, remedy: 'Map an input to "$auto_seed", or leave the seeds to the map.' }
}

function equalCandidates({ candidates, seeds }: Chance, retriesDiffer: boolean): Finding {
  const message = retriesDiffer
    ? `Of the ${candidates} candidates of a cycle all but the first would be the same: after the first try nothing changes any more.`
    : `Nothing differs between the ${candidates} candidates of a cycle, so they would all be the same.`
  const remedy = seeds === 'map' ? 'Give every attempt a seed of its own (seed policy "each"), or map the seed with "on_retry": "$auto_seed".' : 'Give every attempt a seed of its own (seed policy "each").'
  return { severity: 'warning', code: 'candidates_equal', message, remedy }
}

function equalRetries(seeds: SeedPolicy): Finding {
  const message = 'Nothing changes when a cycle is tried again, so Reject and Replay would give the same result.'
  if (seeds !== 'map') return { severity: 'info', code: 'no_variation', message, remedy: 'Reject with a change, or give every attempt a seed of its own (seed policy "each").' }
  return { severity: 'warning', code: 'no_variation', message, remedy: 'Map the seed with "on_retry": "$auto_seed", or give every attempt a seed of its own (seed policy "each").' }
}
