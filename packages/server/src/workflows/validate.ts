import type { Json } from '@lemouf/core/json'
import type { SettableInputView, ValidateResponse } from '@lemouf/core/protocol'
import { defaultCycles, outputCandidates, preflight, readLoopMap, readPayload, settableInputs, type Assignments, type Chance, type ResolvedMapping, type SeedPolicy, type SettableInput } from '@lemouf/core/workflow'
import type { App } from '../app.ts'
import { prepareWorkflow, type PreparedWorkflow, type WorkflowChoice } from './prepare.ts'

export interface ValidateArgs extends WorkflowChoice {
  readonly payload?: Json | undefined
  readonly overrides?: Assignments | undefined
  readonly total_cycles?: number | null | undefined
  readonly candidates?: number | undefined
  readonly seeds?: SeedPolicy | undefined
  readonly seed?: number | bigint | null | undefined
}

/** Preflight of a workflow against the generating servers, with the workflow made ready to start. */
export async function validate({ catalog, objectInfo, servers }: Pick<App, 'catalog' | 'objectInfo' | 'servers'>, args: ValidateArgs): Promise<{ prepared: PreparedWorkflow; response: ValidateResponse }> {
  const info = await objectInfo()
  const prepared = await prepareWorkflow(args, catalog, () => Promise.resolve(info))
  const { prompt } = prepared.workflow
  const held = readPayload(prompt)
  const payload = args.payload ?? (held.ok ? held.value : undefined)
  const totalCycles = args.total_cycles ?? defaultCycles(readLoopMap(prompt), payload)
  const { findings, mappings } = preflight({ prompt, info, payload, overrides: args.overrides ?? {}, totalCycles, chance: chanceOf(args), conversion: prepared.findings, servers: servers.known })
  return {
    prepared,
    response: {
      ok: !findings.some((finding) => finding.severity === 'error'),
      findings: [...findings],
      mappings: mappings.map(mappingViewOf),
      output_candidates: outputCandidates(prepared.asGiven, info).map(({ node, title, classType, type }) => ({ node, title, class_type: classType, type })),
      settable: settableInputs(prompt, info).map(settableViewOf),
      total_cycles: totalCycles,
      payload: payload ?? null,
      workflow_profile: prepared.profile ?? null,
    },
  }
}

const chanceOf = ({ candidates = 1, seeds = 'map', seed = null }: ValidateArgs): Chance => ({ candidates, seeds, seed })

function settableViewOf({ key, node, title, classType, input, type, value, choices }: SettableInput): SettableInputView {
  return { key, node, title, class_type: classType, input, type, value, ...(choices === undefined ? {} : { choices: [...choices] }) }
}

function mappingViewOf({ path, selector, targets, firstValue }: ResolvedMapping): ValidateResponse['mappings'][number] {
  return { path, selector, targets: [...targets], ...(firstValue === undefined ? {} : { firstValue }) }
}
