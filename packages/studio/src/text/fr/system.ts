import type { Text } from '../text.ts'
import { count } from './count.ts'

/** The machines. */
export const system: Text['system'] = {
  name: 'Machines',
  workers: (online, all) => (online === all ? count(all, 'machine', 'machines') : `${online} sur ${count(all, 'machine', 'machines')}`),
  serverAway: 'serveur injoignable',
  states: { online: 'en ligne', resting: 'au repos', offline: 'hors ligne', starting: 'démarre' },
  kinds: { embedded: 'moteur intégré', comfyui: 'ComfyUI' },
  inFlight: (number) => `${number} en cours`,
  add: 'Ajouter',
  addLabel: 'Ajouter un ComfyUI par son adresse',
  addressUnclear: 'Ce n’est pas une adresse. Donnez-en une comme http://192.168.1.20:8188.',
  remove: (name) => `Ne plus utiliser ${name}`,
  free: (size) => `${size} libres`,
}
