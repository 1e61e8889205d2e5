import type { WorkerView } from '@lemouf/core/protocol'
import { CircleCheck, CirclePause, CircleX, LoaderCircle, type LucideIcon } from '@lucide/vue'

/** How the state of a generating server looks. */
export const SERVER_MARKS: Readonly<Record<WorkerView['state'], LucideIcon>> = {
  online: CircleCheck,
  resting: CirclePause,
  offline: CircleX,
  starting: LoaderCircle,
}
