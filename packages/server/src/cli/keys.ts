import type { Terminal } from './terminal.ts'

/** What a key asks for while a loop is reviewed. */
export type Wish = 'approve' | 'reject' | 'replay' | 'undo' | 'export' | 'leave'

export const KEYS: Readonly<Record<string, Wish>> = { a: 'approve', x: 'reject', r: 'replay', u: 'undo', e: 'export', q: 'leave' }
export const KEY_HELP = 'a approve · x reject · r replay · u undo · e export · q leave'

const CTRL_C = '\u0003'
const CTRL_D = '\u0004'

export interface KeyHandlers {
  readonly onWish: (wish: Wish) => void
  readonly onInterrupt: () => void
  /** No key will come any more. */
  readonly onEnd: () => void
}

/** Reads single keys, without Enter where a person types; a pipe gives the same letters. Gives back how to stop. */
export function readKeys({ streams }: Terminal, { onWish, onInterrupt, onEnd }: KeyHandlers): () => void {
  const input = streams.in as NodeJS.ReadStream
  const onData = (chunk: Buffer | string): void => {
    for (const key of chunk.toString()) {
      const wish = KEYS[key.toLowerCase()]
      if (key === CTRL_C) onInterrupt()
      else if (key === CTRL_D) onEnd()
      else if (wish !== undefined) onWish(wish)
    }
  }
  if (input.isTTY) input.setRawMode(true)
  input.on('data', onData)
  input.on('end', onEnd)
  input.resume()
  return () => {
    input.off('data', onData)
    input.off('end', onEnd)
    if (input.isTTY) input.setRawMode(false)
    input.pause()
  }
}
