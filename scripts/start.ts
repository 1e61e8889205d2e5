import { runMain } from '../packages/server/src/cli/main.ts'
import { buildStudio } from './build-studio.ts'

/** `npm start`: the studio as its sources are now, then the command line with the words after `npm start --`. */
const words = process.argv.slice(2)
const explains = words.some((word) => word === 'help' || word === '--help' || word === '--version')
try {
  if (!explains) await buildStudio()
  await runMain(words)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
