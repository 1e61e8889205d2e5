import { parseArgs } from 'node:util'
import { AppError } from '@lemouf/core/error'
import * as z from 'zod'
import { invocation } from './invocation.ts'
import type { Terminal } from './terminal.ts'

/** How the program ends, for scripts. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  /** The preflight found errors; nothing was run. */
  preflight: 3,
  /** The loop is not complete. */
  unfinished: 4,
  interrupted: 130,
} as const
export const EXIT_HELP = 'It exits with 0: done, 1: failed, 2: wrong call, 3: the preflight found errors, 4: not every cycle is approved (also after q), 130: interrupted.'
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** A word or an option of a command: how it is given, read and explained. */
export interface Option<T = unknown> {
  readonly kind: 'text' | 'flag' | 'list'
  /** What help calls its value. */
  readonly value: string
  readonly help: string
  readonly schema: z.ZodType<T>
}
export type OptionTable = Readonly<Record<string, Option>>
type Values<T extends OptionTable> = { readonly [K in keyof T]: T[K] extends Option<infer V> ? V : never }

/** `--name VALUE`. The schema is given the text, or undefined when the option is absent. */
export const option = <T>(value: string, help: string, schema: z.ZodType<T>): Option<T> => ({ kind: 'text', value, help, schema })
/** `--name`, without a value. */
export const flag = (help: string): Option<boolean> => ({ kind: 'flag', value: '', help, schema: z.boolean().default(false) })
/** `--name VALUE`, as often as wanted. */
export const list = (value: string, help: string): Option<string[]> => listOf(value, help, z.string())
/** The same, each value read with the schema. */
export const listOf = <T>(value: string, help: string, each: z.ZodType<T, string>): Option<T[]> => ({ kind: 'list', value, help, schema: z.array(each).default([]) })
/** A whole number in digits. */
export const wholeNumber = (min: number, max: number): z.ZodType<number, string> =>
  z.string().regex(/^\d{1,9}$/, 'give a whole number').transform(Number).pipe(z.int().min(min).max(max))

interface Specification<P extends OptionTable, O extends OptionTable> {
  readonly name: string
  readonly summary: string
  /** Words after the command, in order. */
  readonly operands: P
  readonly options: O
  run(args: Values<P> & Values<O>, terminal: Terminal): Promise<ExitCode>
}

export interface Command {
  readonly name: string
  readonly summary: string
  readonly operands: OptionTable
  readonly options: OptionTable
  /** Reads the words after the command's name and does it. Errors: `usage`, and those of the command. */
  run(words: readonly string[], terminal: Terminal): Promise<ExitCode>
}

/** Every command answers in JSON and explains itself. */
export const COMMON = { json: flag('Print JSON on stdout, for scripts'), help: flag('Explain this command') }

/** A command from its table of words and options: the table says what is accepted, what `run` gets, and what help prints. */
export function defineCommand<P extends OptionTable, O extends OptionTable>(spec: Specification<P, O>): Command {
  return { ...spec, run: async (words, terminal) => spec.run(readWords(spec, words) as Values<P> & Values<O>, terminal) }
}

export const isRequired = ({ schema }: Option): boolean => !schema.safeParse(undefined).success

/** What help and error messages call an operand. */
export const operandName = (operand: Option): string => (isRequired(operand) ? operand.value : `[${operand.value}]`)

export function usageError(message: string, cause?: unknown): AppError {
  return new AppError('usage', message, cause === undefined ? {} : { cause })
}

function readWords({ name, operands, options }: { name: string; operands: OptionTable; options: OptionTable }, words: readonly string[]): object {
  const { values, positionals } = split(name, { ...COMMON, ...options }, words)
  const places = Object.entries(operands)
  const [surplus] = positionals.slice(places.length)
  if (surplus !== undefined) throw usageError(`${surplus} is one word too many. See: ${invocation(`help ${name}`)}`)
  const given = Object.entries(options).map(([key, one]) => [key, read(one, values[key], `--${key}`, name)] as const)
  const named = places.map(([key, one], index) => [key, read(one, positionals[index], one.value, name)] as const)
  return Object.fromEntries([...given, ...named])
}

function read({ schema, value }: Option, given: unknown, label: string, command: string): unknown {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  if (given === undefined) throw usageError(`${label} is missing. See: ${invocation(`help ${command}`)}`)
  const shown = label === value ? label : `${label} ${value}`
  throw usageError(`${shown}: ${parsed.error.issues[0]?.message ?? 'this value does not fit'}. See: ${invocation(`help ${command}`)}`)
}

function split(command: string, options: OptionTable, words: readonly string[]): { values: Record<string, unknown>; positionals: readonly string[] } {
  const config = Object.fromEntries(
    Object.entries(options).map(([key, { kind }]) => [key, { type: kind === 'flag' ? 'boolean' : 'string', multiple: kind === 'list' } as const]),
  )
  try {
    return parseArgs({ args: [...words], options: config, allowPositionals: true, strict: true })
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    const [reason] = cause.message.split(/\. |\n/)
    throw usageError(`${reason ?? 'The options are not understood'}. See: ${invocation(`help ${command}`)}`, cause)
  }
}
