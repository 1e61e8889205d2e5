import { COMMON, EXIT_HELP, operandName, type Command, type Option } from './command.ts'
import { invocation } from './invocation.ts'
import { textTable } from './text-table.ts'

/** All commands, a line each. */
export function helpText(commands: readonly Command[]): string {
  return [
    'leMouf Studio: loops over ComfyUI workflows, with a person who decides.',
    '',
    `Usage: ${invocation('[COMMAND] [OPTIONS]')}`,
    '',
    textTable(commands.map((command) => [`  ${usageOf(command)}`, command.summary])),
    '',
    `Without a command it starts. Options of a command: ${invocation('help COMMAND')}`,
    EXIT_HELP,
  ].join('\n')
}

/** One command with its words and options. */
export function commandHelp(command: Command): string {
  const operands = Object.values(command.operands).map((operand): [string, string] => [`  ${operandName(operand)}`, operand.help])
  const options = Object.entries({ ...command.options, ...COMMON }).map(([name, one]): [string, string] => [`  ${optionUsage(name, one)}`, one.help])
  return [`Usage: ${invocation(`${usageOf(command)} [OPTIONS]`)}`, '', `${command.summary}.`, '', textTable([...operands, ...options])].join('\n')
}

function usageOf({ name, operands }: Command): string {
  return [name, ...Object.values(operands).map(operandName)].join(' ')
}

const optionUsage = (name: string, { kind, value }: Option): string => (kind === 'flag' ? `--${name}` : `--${name} ${value}`)
