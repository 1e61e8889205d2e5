import type { InputSpec, NodeClass, ObjectInfo } from './object-info.ts'

/** The classes of the node pack. They are known here, so that workflows with them read the same on a ComfyUI without the pack. */
export const LOOP_RETURN = 'LoopReturn'
export const LOOP_MAP = 'LoopMap'
export const LOOP_PAYLOAD = 'LoopPayload'
export const LOOP_PIPELINE_STEP = 'LoopPipelineStep'
export const WORKFLOW_PROFILE = 'LeMoufWorkflowProfile'

const text = (name: string): InputSpec => ({ name, type: 'STRING', group: 'required', options: {} })
const choice = (name: string, ...values: readonly string[]): InputSpec => ({ name, type: values, group: 'required', options: {} })
const optional = (spec: InputSpec): InputSpec => ({ ...spec, group: 'optional' })
const socket = (name: string, type: string): InputSpec => ({ name, type, group: 'optional', options: {} })

function loopClass(name: string, displayName: string, inputs: readonly InputSpec[], outputs: readonly string[]): readonly [string, NodeClass] {
  return [name, { name, displayName: `${displayName} (leMouf)`, inputs, outputs, outputNode: name === LOOP_RETURN }]
}

const LOOP_CLASSES: ObjectInfo = new Map([
  loopClass(LOOP_RETURN, 'Loop Return', [text('loop_id'), socket('payload', '*')], ['*']),
  loopClass(LOOP_MAP, 'Loop Map', [text('map_json')], ['STRING']),
  loopClass(LOOP_PAYLOAD, 'Loop Payload', [text('payload_json')], ['*']),
  loopClass(
    LOOP_PIPELINE_STEP,
    'Loop Pipeline Step',
    // The workflows a pack offers differ from machine to machine, so their names are free text here.
    [choice('role', 'generate', 'execute', 'composition'), text('workflow'), optional(text('resources_json')), socket('flow', 'PIPELINE')],
    ['PIPELINE'],
  ),
  loopClass(
    WORKFLOW_PROFILE,
    'Workflow Profile',
    [
      choice('profile_id', 'song2daw', 'generic_loop', 'tool', 'custom'),
      text('profile_id_custom'),
      text('profile_version'),
      text('ui_contract_version'),
      choice('workflow_kind', 'master', 'branch'),
      socket('flow', 'PIPELINE'),
    ],
    ['PIPELINE', 'STRING', 'STRING', 'STRING', 'STRING'],
  ),
])

/** Whether the class belongs to the loop, which a ComfyUI without the node pack lacks and does not need. */
export function isLoopClass(classType: string): boolean {
  return LOOP_CLASSES.has(classType)
}

/** What is known of a class: what the ComfyUI says, else what the loop's own classes look like. */
export function lookUpClass(info: ObjectInfo, classType: string): NodeClass | undefined {
  return info.get(classType) ?? LOOP_CLASSES.get(classType)
}
