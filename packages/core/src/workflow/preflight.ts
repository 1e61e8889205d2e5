import type { Json } from '../json.ts'
import { checkMapping, checkOverrides, type ResolvedMapping } from './check-map.ts'
import { checkClasses, checkInputs, checkLoopReturn } from './check-nodes.ts'
import { checkServers } from './check-servers.ts'
import { checkVariation, PLAIN_CHANCE, type Chance } from './check-variation.ts'
import { hasErrors, type Finding } from './finding.ts'
import { readLoopMap } from './loop-map.ts'
import type { Assignments } from './mapping.ts'
import type { ObjectInfo } from './object-info.ts'
import type { Prompt } from './prompt.ts'
import { seedInputs } from './seed-inputs.ts'

export type PreflightArgs = {
  readonly prompt: Prompt
  readonly info: ObjectInfo
  readonly payload: Json | undefined
  readonly overrides: Assignments
  readonly totalCycles: number
  /** What the loop leaves to chance; absent: one candidate, and seeds as the map says. */
  readonly chance?: Chance
  /** What was found when the prompt was made from a workflow. */
  readonly conversion?: readonly Finding[]
  /** What each of several servers has, by its name; `info` is what they have together. */
  readonly servers?: ReadonlyMap<string, ObjectInfo>
}

export type Preflight = { readonly findings: readonly Finding[]; readonly mappings: readonly ResolvedMapping[] }

/** Everything that can be told before a loop starts: what would make a cycle fail, and where its values go. */
export function preflight({ prompt, info, payload, overrides, totalCycles, chance = PLAIN_CHANCE, conversion = [], servers = new Map() }: PreflightArgs): Preflight {
  const map = readLoopMap(prompt)
  const context = map.ok && map.value !== undefined ? { map: map.value, prompt, info, payload, totalCycles } : undefined
  const checks = context?.map.mappings.map((mapping) => checkMapping(context, mapping)) ?? []
  const mappings = checks.map(({ resolved }) => resolved)
  const seeded = map.ok && chance.seeds !== 'map' ? seedInputs(prompt, map.value) : []
  const assigned = new Set([...seeded, ...Object.keys(overrides), ...mappings.flatMap(({ targets }) => targets.map(({ nodeId, input }) => `${nodeId}.${input}`))])
  const findings = [
    ...conversion,
    ...checkLoopReturn(prompt, info),
    ...checkClasses(prompt, info),
    ...(map.ok ? [] : [{ severity: 'error', code: map.error.code, message: map.error.message, remedy: 'Correct the Loop Map node.' } as const]),
    ...checks.flatMap((check) => check.findings),
    ...checkOverrides({ prompt, info }, overrides),
    ...checkInputs(prompt, info, assigned),
    ...(map.ok ? checkVariation({ map: map.value, prompt, info, payload, chance }) : []),
  ]
  const joined = joinMissing(withoutRepeats(findings), info)
  return { findings: hasErrors(joined) ? joined : [...joined, ...checkServers(prompt, servers, assigned)], mappings }
}

/** Conversion and checks may find the same, as mappings that read the same short payload do. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [[finding.code, finding.message].join('\n'), finding])).values()]
}

/**
 * Many nodes that are missing are one thing to do something about: another server. What else was found about them follows from that:
 * the values of a node whose class is not known cannot be read by their place.
 */
function joinMissing(findings: readonly Finding[], info: ObjectInfo): readonly Finding[] {
  const known = findings.filter(({ code, node }) => code !== 'widgets_uncertain' || node === undefined || info.has(node.classType))
  const missing = known.filter(({ code }) => code === 'class_missing')
  const [first] = missing
  if (first?.node === undefined || missing.length < 2) return known
  const byClass = Map.groupBy(missing.flatMap(({ node }) => node ?? []), ({ classType }) => classType)
  const named = [...byClass].map(([classType, nodes]) => `${classType} (node ${nodes.map(({ id }) => id).join(', ')})`)
  const message = `This workflow needs nodes that the generating server does not have: ${named.join(', ')}.`
  const joined: Finding = { ...first, message, remedy: 'Connect a ComfyUI that has them (--comfy URL); custom nodes have to be installed there.' }
  return known.flatMap((finding) => (finding === first ? [joined] : finding.code === 'class_missing' ? [] : [finding]))
}
