/** How the command line was called: by its own name, or by a script of the project's package.json. */
const CALLED_AS: Readonly<Record<string, string>> = { start: 'npm run lemouf -- ', lemouf: 'npm run lemouf -- ', npx: 'npx lemouf ' }

/** What a person types to call the command line again with these words, in the form in which it was called. */
export function invocation(words: string, env: NodeJS.ProcessEnv = process.env): string {
  const [command, ...rest] = words.split(' ')
  if (isNpmScript(env) && command === 'start') return ['npm start', ...(rest.length === 0 ? [] : ['--', ...rest])].join(' ')
  return `${callerOf(env)}${words}`
}

/** Whether `npm start` called it. */
export const isNpmStart = (env: NodeJS.ProcessEnv = process.env): boolean => isNpmScript(env) && env['npm_lifecycle_event'] === 'start'

/** The folder that a person typed the command in: npm moves to the project's own before it runs a script. */
export const folderOfCaller = (env: NodeJS.ProcessEnv = process.env): string | undefined => (isNpmScript(env) ? env['INIT_CWD'] : undefined)

/** A value as a shell takes it for one word. */
export const quoted = (word: string): string => (/^[\w@%+=:,./\\~-]+$/.test(word) ? word : `"${word.replaceAll(/["$`]/g, '\\$&')}"`)

const PACKAGE = 'lemouf-studio'

/** The scripts of other packages lead elsewhere. */
const isNpmScript = (env: NodeJS.ProcessEnv): boolean => env['npm_package_name'] === PACKAGE && ['start', 'lemouf'].includes(env['npm_lifecycle_event'] ?? '')

function callerOf(env: NodeJS.ProcessEnv): string {
  const event = env['npm_lifecycle_event'] ?? ''
  return (isNpmScript(env) || event === 'npx' ? CALLED_AS[event] : undefined) ?? 'lemouf '
}
