import { autoSeedOf, promptIdOf, type AttemptKey } from './attempt.ts'
import type { LoopSetup } from './state.ts'

/** Between the seeds of one cycle's attempts, so that of a million cycles none has the seed of another's retry. */
const RETRY_STRIDE = 1_000_003n

/**
 * The seed of an attempt, which `$auto_seed` reads and, unless the policy is `map`, every seed input gets. The same loop, settings and place
 * always give the same. With a base it is `base + cycle + 1,000,003 × retry` (as far as the policy lets it vary), within 2^32 or, for a
 * larger base, within 2^64; without, it is derived from the loop's id, in 0..2^32−1.
 */
export function seedOf({ loopId, config: { seeds, seed: base } }: Pick<LoopSetup, 'loopId' | 'config'>, { run, cycle, retry }: AttemptKey): number | bigint {
  const at = { cycle: seeds === 'fixed' ? 0 : cycle, retry: seeds === 'fixed' || seeds === 'cycle' ? 0 : retry }
  if (base === null) return autoSeedOf(promptIdOf(loopId, { run, ...at }))
  const first = BigInt(base)
  const seed = BigInt.asUintN(first < 2n ** 32n ? 32 : 64, first + BigInt(at.cycle) + RETRY_STRIDE * BigInt(at.retry))
  return seed > BigInt(Number.MAX_SAFE_INTEGER) ? seed : Number(seed)
}
