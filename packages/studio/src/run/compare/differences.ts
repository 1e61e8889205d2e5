import { stringifyJson, type Json } from '@lemouf/core/json'
import type { ManifestEntry } from '@lemouf/core/protocol'
import { parseInputName } from '@lemouf/core/workflow'

/** What is known of an attempt beside its inputs. */
export type Fact = 'seed' | 'workflow' | 'worker' | 'took'

/** One thing in which two attempts differ, with both values; undefined where one has none. */
export type Difference =
  | { readonly kind: 'input'; readonly key: string; readonly input: string; readonly node: string; readonly edited: boolean; readonly a: Json | undefined; readonly b: Json | undefined }
  | { readonly kind: 'fact'; readonly key: Fact; readonly a: Json | undefined; readonly b: Json | undefined }

const SEEDS: ReadonlySet<string> = new Set(['seed', 'noise_seed'])
export const isSeed = (key: string): boolean => SEEDS.has(parseInputName(key)?.input ?? '')

/** The parameters that differ between two attempts: what a reviewer has changed first, then the other inputs, then how they were made. */
export function differencesOf(a: ManifestEntry, b: ManifestEntry): readonly Difference[] {
  const inputs = [...new Set([...Object.keys(a.inputs), ...Object.keys(b.inputs)])].flatMap((key): readonly Difference[] => {
    const [before, after] = [a.inputs[key], b.inputs[key]]
    if (sameValue(before, after)) return []
    const name = parseInputName(key)
    return [{ kind: 'input', key, input: name?.input ?? key, node: name?.nodeId ?? '', edited: !sameValue(a.edits[key], b.edits[key]), a: before, b: after }]
  })
  const facts = factsOf(a, b).filter((fact) => !sameValue(fact.a, fact.b))
  return [...inputs.toSorted((one, other) => Number(isEdited(other)) - Number(isEdited(one))), ...facts]
}

function factsOf(a: ManifestEntry, b: ManifestEntry): readonly Extract<Difference, { kind: 'fact' }>[] {
  const both = (key: Fact, read: (entry: ManifestEntry) => Json | undefined) => ({ kind: 'fact' as const, key, a: read(a), b: read(b) })
  // Where the seed went into an input, it is said there.
  const seed = [a, b].some(({ inputs }) => Object.keys(inputs).some(isSeed)) ? [] : [both('seed', (entry) => entry.seed ?? undefined)]
  return [...seed, both('workflow', (entry) => entry.workflow_hash), both('worker', (entry) => entry.worker ?? undefined), both('took', tookOf)]
}

/** How long the making took, in milliseconds; undefined before it has ended. */
export const tookOf = ({ started_at: from, ended_at: to }: ManifestEntry): number | undefined => (from === null || to === null ? undefined : to - from)

/** The inputs that are not the same in all attempts of a cycle, by `NodeID.Param`. */
export function differingInputs(siblings: readonly ManifestEntry[]): ReadonlySet<string> {
  const keys = new Set(siblings.flatMap(({ inputs }) => Object.keys(inputs)))
  return new Set([...keys].filter((key) => siblings.some(({ inputs }) => !sameValue(inputs[key], siblings[0]?.inputs[key]))))
}

const isEdited = (difference: Difference): boolean => difference.kind === 'input' && difference.edited

const sameValue = (a: Json | undefined, b: Json | undefined): boolean => a === b || (a !== undefined && b !== undefined && stringifyJson(a) === stringifyJson(b))
