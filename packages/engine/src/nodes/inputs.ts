import type { InputOptions, InputSpec, NodeInputs, OutputSpec, SocketType, SocketTypes } from './node.ts'

/** The largest side ComfyUI lets a picture have. */
export const MAX_RESOLUTION = 16_384
export const MAX_SEED = 0xffff_ffff_ffff_ffffn

// Specs, in ComfyUI's terms.

/** A socket that only a link can feed (IMAGE, MASK, AUDIO …). */
export const socket = (type: SocketType, tooltip?: string): InputSpec => ({ type, ...(tooltip === undefined ? {} : { options: { tooltip } }) })

export const int = (fallback: number, min: number, max: number, more: InputOptions = {}): InputSpec => ({ type: 'INT', options: { default: fallback, min, max, step: 1, ...more } })

export const float = (fallback: number, min: number, max: number, step: number, more: InputOptions = {}): InputSpec => ({
  type: 'FLOAT',
  options: { default: fallback, min, max, step, ...more },
})

export const flag = (fallback: boolean, more: InputOptions = {}): InputSpec => ({ type: 'BOOLEAN', options: { default: fallback, ...more } })

export const text = (more: InputOptions = {}): InputSpec => ({ type: 'STRING', options: more })

/** A text of several lines. */
export const lines = (more: InputOptions = {}): InputSpec => ({ type: 'STRING', options: { multiline: true, ...more } })

export const choice = (values: readonly string[], fallback?: string): InputSpec => ({ type: values, ...(fallback === undefined ? {} : { options: { default: fallback } }) })

export const output = (type: SocketType, name: string = type): OutputSpec => ({ type, name })

// Getters. Values were validated against the specs before a node runs; a mismatch here is a fault of the node class.

const mismatch = (name: string, expected: string): TypeError => new TypeError(`input ${name} should be ${expected}`)

/** Whether an optional input was given. */
export const isGiven = (inputs: NodeInputs, name: string): boolean => inputs[name] !== undefined && inputs[name] !== null

/** A linked value of a type that only nodes make. */
export function readSocket<T extends 'IMAGE' | 'MASK' | 'AUDIO' | 'VIDEO'>(inputs: NodeInputs, name: string, type: T): SocketTypes[T] {
  const value = inputs[name]
  if (typeof value !== 'object' || value === null) throw mismatch(name, type)
  return value as SocketTypes[T]
}

export const readImage = (inputs: NodeInputs, name = 'image'): SocketTypes['IMAGE'] => readSocket(inputs, name, 'IMAGE')
export const readMask = (inputs: NodeInputs, name = 'mask'): SocketTypes['MASK'] => readSocket(inputs, name, 'MASK')
export const readAudio = (inputs: NodeInputs, name = 'audio'): SocketTypes['AUDIO'] => readSocket(inputs, name, 'AUDIO')
export const readVideo = (inputs: NodeInputs, name = 'video'): SocketTypes['VIDEO'] => readSocket(inputs, name, 'VIDEO')

export function readText(inputs: NodeInputs, name: string): string {
  const value = inputs[name]
  if (typeof value !== 'string') throw mismatch(name, 'a STRING')
  return value
}

/** A FLOAT, or an INT that fits a number. */
export function readNumber(inputs: NodeInputs, name: string): number {
  const value = inputs[name]
  if (typeof value !== 'number') throw mismatch(name, 'a number')
  return value
}

/** An INT of any size, for seeds. */
export function readBigInt(inputs: NodeInputs, name: string): bigint {
  const value = inputs[name]
  if (typeof value !== 'number' && typeof value !== 'bigint') throw mismatch(name, 'an INT')
  return BigInt(value)
}

export function readFlag(inputs: NodeInputs, name: string): boolean {
  const value = inputs[name]
  if (typeof value !== 'boolean') throw mismatch(name, 'a BOOLEAN')
  return value
}

/** One of a combo's fixed values. */
export function readChoice<const T extends string>(inputs: NodeInputs, name: string, values: readonly T[]): T {
  const value = values.find((known) => known === inputs[name])
  if (value === undefined) throw mismatch(name, `one of ${values.join(', ')}`)
  return value
}

/** An optional input's value, or the default its spec names when it was left out. */
export const readOr = <T>(inputs: NodeInputs, name: string, read: (inputs: NodeInputs, name: string) => T, fallback: T): T => (isGiven(inputs, name) ? read(inputs, name) : fallback)
