import { setImmediate as nextTurn } from 'node:timers/promises'

/** Called between the rows of a long computation: lets other work run when it is time, and throws the signal's reason once aborted. */
export type Pace = () => Promise<void> | undefined

/** Milliseconds of computing before other work gets its turn. */
const TURN = 24

/** A pace for one computation. */
export function makePace(signal: AbortSignal): Pace {
  let since = performance.now()
  return () => {
    if (performance.now() - since < TURN) return undefined
    return nextTurn().then(() => {
      signal.throwIfAborted()
      since = performance.now()
    })
  }
}

/** Frames changed one after another. */
export async function mapFrames<T, U>(frames: readonly T[], change: (frame: T, index: number) => Promise<U>): Promise<U[]> {
  const changed: U[] = []
  for (const [i, frame] of frames.entries()) changed.push(await change(frame, i))
  return changed
}
