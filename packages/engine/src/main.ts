import { parseArgs } from 'node:util'
import { AppError } from '@lemouf/core/error'
import { z } from 'zod'
import { startEngine } from './engine.ts'
import { placeExamplePicture } from './files/example-picture.ts'
import { openFolders } from './files/folders.ts'
import { nodeClasses } from './nodes/index.ts'

const CLOSE_DEADLINE_MS = 5000

const Arguments = z.object({
  data: z.string('--data DIR is missing'),
  port: z.string().regex(/^\d{1,5}$/, '--port takes a number, 0 for a free one').transform(Number),
  'cache-mb': z.string().regex(/^\d{1,6}$/, '--cache-mb takes a number').transform(Number),
})

/** `--port 0 --data DIR [--cache-mb 512]`. Error: `usage`. */
function readArguments(): z.output<typeof Arguments> {
  const options = { data: { type: 'string' }, port: { type: 'string', default: '0' }, 'cache-mb': { type: 'string', default: '512' } } as const
  const parsed = Arguments.safeParse(parseArgs({ options }).values)
  if (parsed.success) return parsed.data
  throw new AppError('usage', parsed.error.issues.map((issue) => issue.message).join('; '))
}

try {
  const { data, port, 'cache-mb': megabytes } = readArguments()
  await placeExamplePicture(await openFolders(data))
  const engine = await startEngine({ nodeClasses, dataDir: data, port, cacheBytes: megabytes * 1024 * 1024 })
  const stop = (): void => {
    // A node that does not hear the interrupt must not keep a stopped engine alive.
    setTimeout(() => process.exit(1), CLOSE_DEADLINE_MS).unref()
    void engine.close().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // Without the program that started it, the engine has no purpose.
  process.once('disconnect', stop)
  // That can have happened before anyone listened, and is not told again.
  if (process.send !== undefined && !process.connected) stop()
  else process.send?.({ type: 'ready', port: engine.port })
  console.log(`engine ready on ${engine.url}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
