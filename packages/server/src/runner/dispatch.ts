import { unmetNeeds } from '@lemouf/core/workflow'
import type { Courier } from './courier.ts'
import { comesFirst, type Job } from './job.ts'

/** A server that does not answer for longer than this is not waited for when another can do the work. */
export const PATIENCE_MS = 5_000

/** A job and the server that takes it. */
export interface Placement {
  readonly job: Job
  readonly courier: Courier
}

/** The next job to post, and where; undefined while nothing that waits has a place. */
export function nextPlacement(waiting: Iterable<Job>, couriers: readonly Courier[]): Placement | undefined {
  if (!couriers.some((courier) => courier.hasRoom({ ahead: false }))) return undefined
  for (const job of [...waiting].sort(comesFirst)) {
    if (isUnclear(job)) continue
    const courier = placeFor(job, couriers)
    if (courier !== undefined) return { job, courier }
  }
  return undefined
}

/** Whether a server could make a job and has not failed it. */
export function canTake(courier: Courier, job: Job): boolean {
  return !job.failedAt.has(courier.worker) && courier.worker.kind === 'comfyui' && canMake(courier, job) === true
}

/** Whether a server other than those that failed a job could make it, now or after a pause. */
export function hasElsewhere(job: Job, from: Courier, couriers: readonly Courier[]): boolean {
  return couriers.some((courier) => courier !== from && !job.failedAt.has(courier.worker) && courier.worker.online && canMake(courier, job) === true)
}

/**
 * The least loaded of the servers that have what the prompt names. A ComfyUI comes before the embedded engine, and one that answers
 * before one that is away. When none has it all, one with room is given the prompt, so that it says what is missing.
 */
function placeFor(job: Job, couriers: readonly Courier[]): Courier | undefined {
  const choice = choiceFor(job, couriers)
  if (choice.length === 1) return leastLoaded(job, choice)
  const able = choice.filter((courier) => canMake(courier, job) === true)
  const tiers = [
    able.filter((courier) => courier.worker.kind === 'comfyui' && !isAway(courier)),
    able.filter((courier) => courier.worker.kind === 'embedded'),
    able,
    choice.filter((courier) => canMake(courier, job) === undefined),
  ]
  const tier = tiers.find((couriersOfTier) => couriersOfTier.length > 0)
  return leastLoaded(job, tier ?? choice)
}

/** Not those that failed it, unless there is no other that answers. */
function choiceFor(job: Job, couriers: readonly Courier[]): readonly Courier[] {
  const choice = couriers.filter((courier) => !job.failedAt.has(courier.worker))
  return choice.some((courier) => !isAway(courier)) ? choice : couriers
}

function leastLoaded(job: Job, couriers: readonly Courier[]): Courier | undefined {
  return couriers.filter((courier) => courier.hasRoom(job)).sort((a, b) => a.load - b.load)[0]
}

/** A server that may have the job already is expected back any moment. */
const isUnclear = ({ doubts }: Job): boolean => [...doubts].some(({ online, awayMs }) => !online && awayMs <= PATIENCE_MS)
const isAway = ({ worker }: Courier): boolean => worker.awayMs > PATIENCE_MS

/** Undefined while the nodes of the server are unknown. */
function canMake({ worker }: Courier, { prompt, fits }: Job): boolean | undefined {
  const info = worker.known
  if (info === undefined) return undefined
  // What does not even resolve is refused the same way everywhere.
  const fit = fits.get(info) ?? (!prompt.ok || unmetNeeds(prompt.value, info).length === 0)
  fits.set(info, fit)
  return fit
}
