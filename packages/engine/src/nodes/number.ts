import { flag, lines, output, text } from './inputs.ts'
import type { InputSpec, NodeClass, SocketType } from './node.ts'

// Python's sys.maxsize, the range ComfyUI gives its primitives.
const LARGEST = 9_223_372_036_854_775_807n

/** A widget whose value goes out as it is. */
const primitive = (name: string, displayName: string, type: SocketType, value: InputSpec): NodeClass => ({
  name,
  displayName,
  category: 'utils/primitive',
  required: { value },
  outputs: [output(type)],
  execute: (inputs) => ({ outputs: [inputs.value] }),
})

export const primitiveNodes: readonly NodeClass[] = [
  primitive('PrimitiveString', 'String', 'STRING', text()),
  primitive('PrimitiveStringMultiline', 'String (Multiline)', 'STRING', lines()),
  primitive('PrimitiveInt', 'Int', 'INT', { type: 'INT', options: { min: -LARGEST, max: LARGEST, control_after_generate: true } }),
  primitive('PrimitiveFloat', 'Float', 'FLOAT', { type: 'FLOAT', options: { min: -Number(LARGEST), max: Number(LARGEST), step: 0.1 } }),
  primitive('PrimitiveBoolean', 'Boolean', 'BOOLEAN', flag(false)),
]
