import type { WorkerView } from '@lemouf/core/protocol'
import { count } from './count.ts'

/** The machines. */
export const system = {
  name: 'Machines',
  workers: (online: number, all: number) => (online === all ? count(all, 'worker', 'workers') : `${online} of ${count(all, 'worker', 'workers')}`),
  serverAway: 'server away',
  states: { online: 'online', resting: 'rests', offline: 'offline', starting: 'starting' } satisfies Record<WorkerView['state'], string>,
  kinds: { embedded: 'embedded engine', comfyui: 'ComfyUI' } satisfies Record<WorkerView['kind'], string>,
  inFlight: (number: number) => `${number} under way`,
  add: 'Add',
  addLabel: 'Add a ComfyUI by its address',
  addressUnclear: 'This is not an address. Give one such as http://192.168.1.20:8188.',
  remove: (name: string) => `Do not use ${name} any more`,
  free: (size: string) => `${size} free`,
} as const
