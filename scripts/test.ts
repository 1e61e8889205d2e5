import { spawnSync } from 'node:child_process'
import { providePython } from './python.ts'
import { provideTools } from './tools.ts'

type Step = readonly [title: string, command: string, ...args: string[]]

/** `npm test`: everything that has to hold, in the order in which failures are found soonest. */
const STEPS: readonly Step[] = [
  ['Lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['Types', 'npm', 'run', '--silent', 'types'],
  ['Build the studio', 'npm', 'run', '--silent', 'build'],
  ['Tests', 'vitest', 'run', ...process.argv.slice(2)],
]

/** The node pack is Python; its tests take a second. */
const packSteps = (python: string | undefined): readonly Step[] =>
  python === undefined ? [] : [['Tests of the node pack', python, '-B', '-m', 'pytest', '-q', 'comfyui/tests']]

provideTools()
for (const [title, command, ...args] of [...packSteps(providePython()), ...STEPS]) {
  console.log(`\n── ${title}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) {
    console.error(`${title}: failed.`)
    process.exit(status ?? 1)
  }
}
