import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startEngine } from '../../packages/engine/src/engine.ts'
import { nodeClasses } from '../../packages/engine/src/nodes/index.ts'
import { NodeError, type NodeClass } from '../../packages/engine/src/nodes/node.ts'

/**
 * A process that is a generating server as a GPU machine is one for us: its work takes time and none of our cores.
 * `--port N --data DIR --model NAME (repeatable) --broken`. It has the engine's nodes, and `Dwell`, which waits `ms` and names a model;
 * a broken machine fails there as one does whose memory is too small.
 */
const { port, data, model, broken } = parseArgs({
  options: { port: { type: 'string', default: '0' }, data: { type: 'string', default: '' }, model: { type: 'string', multiple: true, default: ['common'] }, broken: { type: 'boolean', default: false } },
}).values

const dwell: NodeClass = {
  name: 'Dwell',
  displayName: 'Dwell',
  category: 'test',
  required: { image: { type: 'IMAGE' }, ms: { type: 'INT', options: { min: 0, max: 100_000 } }, model: { type: model } },
  outputs: [{ type: 'IMAGE', name: 'IMAGE' }],
  execute: async (inputs, context) => {
    const ms = Number(inputs.ms)
    context.progress(1, 2)
    await sleep(ms, undefined, { signal: context.signal })
    if (broken) throw new NodeError('CUDA out of memory. Tried to allocate 2.00 GiB.')
    return { outputs: [inputs.image] }
  },
}

const engine = await startEngine({ nodeClasses: new Map([...nodeClasses, [dwell.name, dwell]]), dataDir: data, port: Number(port) })
process.send?.({ port: engine.port })
process.once('disconnect', () => process.exit(0))
