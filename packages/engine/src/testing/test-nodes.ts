import { NodeError, type InputSpec, type NodeClass, type NodeInputs, type NodeUi } from '../nodes/node.ts'

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

type Shape = Pick<NodeClass, 'required' | 'optional' | 'outputs' | 'outputNode'>
type Run = (inputs: NodeInputs) => readonly [value?: unknown, ui?: NodeUi]
type Define = (name: string, shape: Shape, run: Run) => NodeClass

/** Fresh classes with a record of their own. */
export function testNodes(): TestNodes {
  const calls: string[] = []
  const gate = Promise.withResolvers<undefined>()
  const outside: TestNodes['outside'] = { fingerprint: 'a' }
  const define: Define = (name, shape, run) => ({
    name,
    displayName: name,
    category: 'test',
    ...shape,
    execute: (inputs, context) => {
      calls.push(context.nodeId)
      const [value, ui] = run(inputs)
      return { outputs: shape.outputs.map(() => value), ...(ui === undefined ? {} : { ui }) }
    },
  })
  const all = [...valueNodes(define), ...graphNodes(define, outside), waitNode(define, calls, gate.promise), saveNode(define, calls)]
  return { nodeClasses: new Map(all.map((nodeClass) => [nodeClass.name, nodeClass])), calls, open: () => gate.resolve(undefined), outside }
}

function valueNodes(define: Define): NodeClass[] {
  const seed: InputSpec = { type: 'INT', options: { default: 0, min: 0, max: 18446744073709551615n } }
  const same: Run = (inputs) => [inputs.value]
  return [
    define('Int', { required: { value: seed }, outputs: out('INT') }, same),
    define('Float', { required: { value: { type: 'FLOAT', options: { min: 0, max: 1 } } }, outputs: out('FLOAT') }, same),
    define('Text', { required: { value: { type: 'STRING' } }, outputs: out('STRING') }, same),
    define('Flag', { required: { value: { type: 'BOOLEAN' } }, outputs: out('BOOLEAN') }, same),
    define('Choice', { required: { value: { type: ['red', 'green'] } }, outputs: out('STRING') }, same),
    {
      ...define('File', { required: { file: { type: (files) => files.listInputs(['.txt']) } }, outputs: out('STRING') }, (inputs) => [inputs.file]),
      check: async (inputs, files) => {
        if (inputs.file === 'throw') throw new TypeError('the check fell over')
        const missing = await files.resolve(String(inputs.file)).then(() => undefined, (error: unknown) => String(error))
        return missing?.replace('NodeError: ', '')
      },
    },
  ]
}

function graphNodes(define: Define, outside: TestNodes['outside']): NodeClass[] {
  const lazy: InputSpec = { type: '*', lazy: true }
  return [
    define('Add', { required: { a: { type: 'INT' } }, optional: { b: { type: 'INT' } }, outputs: out('INT') }, (inputs) => [
      Number(inputs.a) + Number(inputs.b ?? 0),
    ]),
    {
      ...define('Pick', { required: { first: { type: 'BOOLEAN' }, yes: lazy, no: lazy }, outputs: out('*') }, (inputs) => [
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
    define('Show', { required: { value: any }, outputs: [], outputNode: true }, (inputs) => [undefined, { text: [String(inputs.value)] }]),
  ]
}

/** Reports progress and a preview, then waits for the gate or an interrupt. */
function waitNode(define: Define, calls: string[], gate: Promise<unknown>): NodeClass {
  return {
    ...define('Wait', { required: { value: any }, outputs: out('*') }, () => []),
    execute: async (inputs, context) => {
      calls.push(context.nodeId)
      context.progress(1, 2)
      context.preview({ format: 'jpeg', bytes: Uint8Array.of(1, 2, 3) })
      const aborted = new Promise((_resolve, reject) => context.signal.addEventListener('abort', () => reject(new Error('stopped'))))
      await Promise.race([gate, aborted])
      return { outputs: [inputs.value] }
    },
  }
}

/** Writes its value to a text file. */
function saveNode(define: Define, calls: string[]): NodeClass {
  return {
    ...define('Save', { required: { value: any, kind: { type: ['output', 'temp'] } }, outputs: [], outputNode: true }, () => []),
    execute: async (inputs, context) => {
      calls.push(context.nodeId)
      const kind = inputs.kind === 'temp' ? 'temp' : 'output'
      const ref = await context.files.save(kind, 'saved/file', '.txt', Buffer.from(String(inputs.value)))
      return { outputs: [], ui: { images: [{ ...ref }] } }
    },
  }
}

const out = (type: NodeClass['outputs'][number]['type']): NodeClass['outputs'] => [{ type, name: type }]
