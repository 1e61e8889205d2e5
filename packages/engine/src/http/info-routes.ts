import os from 'node:os'
import type { FastifyInstance } from 'fastify'
import { describeClasses } from '../prompt/object-info.ts'
import { NO_PROMPT, type EngineContext } from './context.ts'
import { FEATURES } from './features.ts'
import engine from '../../package.json' with { type: 'json' }

/** The ComfyUI whose protocol the engine follows, and behind the plus sign who it is. */
const VERSION = `0.3.64+lemouf.${engine.version}`

/** What the engine is and has. */
export function infoRoutes(app: FastifyInstance, { nodeClasses, files }: EngineContext): void {
  app.get('/object_info', () => describeClasses(nodeClasses, files.forPrompt(NO_PROMPT)))
  app.get<{ Params: { name: string } }>('/object_info/:name', (request) => {
    const nodeClass = nodeClasses.get(request.params.name)
    return describeClasses(new Map(nodeClass === undefined ? [] : [[nodeClass.name, nodeClass]]), files.forPrompt(NO_PROMPT))
  })
  app.get('/system_stats', () => systemStats())
  app.get('/features', () => FEATURES)
  app.get('/models', () => [])
  app.get('/embeddings', () => [])
  app.get('/extensions', () => [])
}

/** In ComfyUI's shape; bytes. There is one device, the processor, and its memory is the machine's. */
function systemStats(): object {
  const total = os.totalmem()
  const free = os.freemem()
  return {
    system: {
      os: process.platform,
      ram_total: total,
      ram_free: free,
      comfyui_version: VERSION,
      python_version: `none (Node.js ${process.version})`,
      pytorch_version: 'none',
      embedded_python: false,
      argv: ['lemouf-engine'],
    },
    devices: [
      { name: 'cpu', type: 'cpu', index: null, vram_total: total, vram_free: free, torch_vram_total: total, torch_vram_free: free },
    ],
  }
}
