import { cp, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `npm run pack`: the node pack as a folder of its own, to copy into ComfyUI's `custom_nodes` or to publish. */
const SOURCE = fileURLToPath(new URL('../comfyui', import.meta.url))
const PACK = fileURLToPath(new URL('../dist/lemouf-studio', import.meta.url))

/** Of use only to those who work on the pack. */
const LEFT_OUT = new Set(['tests', '__pycache__', '.pytest_cache', '.ruff_cache', '.gitignore'])

await rm(PACK, { recursive: true, force: true })
await cp(SOURCE, PACK, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) })

const modules = (await readdir(join(PACK, 'web'), { recursive: true })).filter((name) => name.endsWith('.js'))
// ComfyUI imports every module below web as an extension of its own.
if (modules.length !== 1) throw new Error(`The pack has ${modules.length} modules below web, and must have one: ${modules.join(', ')}`)
console.log(`The node pack is in ${PACK}\nCopy that folder into custom_nodes of your ComfyUI, and start ComfyUI again.`)
