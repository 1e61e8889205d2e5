import { AppError } from '@lemouf/core/error'

/** Whether a failure passes by itself: nobody answered. */
export const isPause = (error: unknown): boolean => error instanceof AppError && error.code === 'engine_unavailable'

/** Waits, or throws the reason of the signal as soon as it aborts. A page that comes online again waits no longer. */
export async function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds)
  const stop = (): void => reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  globalThis.addEventListener?.('online', () => resolve(), { once: true, signal })
  try {
    await promise
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}

const LONGEST_WAIT_MS = 15_000

/** Half a second at first, then twice as long each time, with a part of chance so that many do not come at once. */
export const usualPatience = (fails: number): number => Math.min(LONGEST_WAIT_MS, 500 * 2 ** fails) * (0.75 + Math.random() / 2)
