import { spawnSync } from 'node:child_process'
import { provideTools } from './tools.ts'

/** `npm test`: everything that has to hold, in the order in which failures are found soonest. */
const STEPS: readonly (readonly [title: string, command: string, ...args: string[]])[] = [
  ['Lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['Types', 'npm', 'run', '--silent', 'types'],
  ['Build the studio', 'npm', 'run', '--silent', 'build'],
  ['Tests', 'vitest', 'run', ...process.argv.slice(2)],
]

provideTools()
for (const [title, command, ...args] of STEPS) {
  console.log(`\n── ${title}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) {
    console.error(`${title}: failed.`)
    process.exit(status ?? 1)
  }
}
