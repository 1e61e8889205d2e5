import { NodeError, type InputSpec, type NodeClass } from '../nodes/node.ts'

/** Small node classes for tests of the runtime, and what happened to them. */
export interface TestNodes {
  readonly nodeClasses: ReadonlyMap<string, NodeClass>
  /** Ids of executed nodes, in order. */
  readonly calls: string[]
  /** Lets the nodes of class Wait go on. */
  open(): void
  /** What Fingerprint nodes depend on outside the prompt. */
  outside: { fingerprint: string | Error }
}

const any: InputSpec = { type: '*' }

export function testNodes(): TestNodes {
  const calls: string[] = []
  const gate = Promise.withResolvers<undefined>()
  const outside: TestNodes['outside'] = { fingerprint: 'a' }
  const classes: NodeClass[] = [
    define('Int', { required: { value: { type: 'INT', options: { default: 0, min: 0, max: 18446744073709551615n } } }, outputs: out('INT') }, (inputs) => [
      inputs.value,
    ]),
    define('Float', { required: { value: { type: 'FLOAT', options: { min: 0, max: 1 } } }, outputs: out('FLOAT') }, (inputs) => [inputs.value]),
    define('Text', { required: { value: { type: 'STRING' } }, outputs: out('STRING') }, (inputs) => [inputs.value]),
    define('Flag', { required: { value: { type: 'BOOLEAN' } }, outputs: out('BOOLEAN') }, (inputs) => [inputs.value]),
    define('Choice', { required: { value: { type: ['red', 'green'] } }, outputs: out('STRING') }, (inputs) => [inputs.value]),
    define('Add', { required: { a: { type: 'INT' } }, optional: { b: { type: 'INT' } }, outputs: out('INT') }, (inputs) => [
      Number(inputs.a) + Number(inputs.b ?? 0),
    ]),
    {
      ...define('Pick', { required: { first: { type: 'BOOLEAN' }, yes: { ...any, lazy: true }, no: { ...any, lazy: true } }, outputs: out('*') }, (inputs) => [
        inputs.first === true ? inputs.yes : inputs.no,
      ]),
      needs: (inputs) => [inputs.first === true ? 'yes' : 'no'],
    },
    define('Boom', { required: { value: any }, outputs: out('*') }, () => {
      throw new NodeError('The number is too sad. Choose another.')
    }),
    define('Bulk', { required: { megabytes: { type: 'INT' }, seed: { type: 'INT' } }, outputs: out('IMAGE') }, (inputs) => [
      [{ width: 1, height: 1, channels: 3, data: new Uint8Array(Number(inputs.megabytes) * 1024 * 1024) }],
    ]),
    {
      ...define('Outside', { required: { value: any }, outputs: out('*') }, (inputs) => [inputs.value]),
      fingerprint: () => (outside.fingerprint instanceof Error ? Promise.reject(outside.fingerprint) : Promise.resolve(outside.fingerprint)),
    },
    {
      ...define('File', { required: { file: { type: (files) => files.listInputs(['.txt']) } }, outputs: out('STRING') }, (inputs) => [inputs.file]),
      check: async (inputs, files) => {
        if (inputs.file === 'throw') throw new TypeError('the check fell over')
        try {
          await files.resolve(String(inputs.file))
          return undefined
        } catch (error) {
          return error instanceof Error ? error.message : String(error)
        }
      },
    },
    define('Show', { required: { value: any }, outputs: [], outputNode: true }, (inputs) => [[], { text: [String(inputs.value)] }]),
  ]
  const wait: NodeClass = {
    ...define('Wait', { required: { value: any }, outputs: out('*') }, () => []),
    execute: async (inputs, context) => {
      calls.push(context.nodeId)
      context.progress(1, 2)
      context.preview({ format: 'jpeg', bytes: Uint8Array.of(1, 2, 3) })
      const aborted = new Promise((_resolve, reject) => context.signal.addEventListener('abort', () => reject(new Error('stopped'))))
      await Promise.race([gate.promise, aborted])
      return { outputs: [inputs.value] }
    },
  }
  const save: NodeClass = {
    ...define('Save', { required: { value: any, kind: { type: ['output', 'temp'] } }, outputs: [], outputNode: true }, () => []),
    execute: async (inputs, context) => {
      calls.push(context.nodeId)
      const kind = inputs.kind === 'temp' ? 'temp' : 'output'
      const ref = await context.files.save(kind, 'saved/file', '.txt', Buffer.from(String(inputs.value)))
      return { outputs: [], ui: { images: [{ ...ref }] } }
    },
  }
  function define(
    name: string,
    shape: Pick<NodeClass, 'required' | 'optional' | 'outputs' | 'outputNode'>,
    run: (inputs: Readonly<Record<string, unknown>>) => readonly [unknown?, Readonly<Record<string, readonly string[]>>?],
  ): NodeClass {
    return {
      name,
      displayName: name,
      category: 'test',
      ...shape,
      execute: (inputs, context) => {
        calls.push(context.nodeId)
        const [value, ui] = run(inputs)
        return shape.outputs.length === 0 ? { outputs: [], ...(ui === undefined ? {} : { ui }) } : { outputs: [value] }
      },
    }
  }
  const all = [...classes, wait, save]
  return { nodeClasses: new Map(all.map((nodeClass) => [nodeClass.name, nodeClass])), calls, open: () => gate.resolve(undefined), outside }
}

const out = (type: NodeClass['outputs'][number]['type']): NodeClass['outputs'] => [{ type, name: type }]
