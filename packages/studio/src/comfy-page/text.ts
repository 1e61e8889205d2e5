import { inLanguage, type Translation } from '../text/text.ts'
import { french } from './text-fr.ts'

/** What is said only within ComfyUI's page. */
export const english = {
  title: 'leMouf Studio',
  tooltip: 'leMouf Studio: loops under review',
  commands: {
    togglePanel: 'Show/Hide leMouf Studio panel',
    validateAndStart: 'Validate & Start current workflow',
    injectLoopId: 'Inject loop_id',
    toggleDock: 'Show/Hide the composition or loop in the bottom panel',
    compose: 'Compose a film of what the loop approved',
    openStudio: 'Open leMouf Studio in a tab of its own',
  },
  settings: {
    address: 'Address of the leMouf server',
    addressMeans: 'Where leMouf listens; it prints the address at its start.',
    token: 'Token of the leMouf server',
    tokenMeans: 'Only for a server that was started with --token. It is kept with ComfyUI’s settings, readable to whoever may open this ComfyUI.',
  },

  unnamed: 'Unsaved workflow',
  graphUnreadable: 'ComfyUI gave no readable graph of its canvas. Save the workflow, reload the page and try again.',
  nodeGone: (id: string) => `Node ${id} is no longer on the canvas.`,

  cannotRun: (title: string) => `${title} cannot run yet`,
  started: (loopId: string) => `Loop ${loopId} has started`,
  failed: 'leMouf could not do that',
  noLoop: 'No loop is under review',
  openOne: 'Open a loop in the panel first; its id is then written into Loop Return.',
  openOneToCompose: 'Open a loop in the panel first; its approved results become a composition.',
  noLoopReturn: 'This workflow has no Loop Return to write the loop’s id into.',
  injected: (loopId: string, count: number) => (count === 1 ? `Loop Return now belongs to ${loopId}` : `${count} Loop Returns now belong to ${loopId}`),

  waits: (loopId: string) => `${loopId} waits for you`,
  waitsFor: (cycle: number) => `Cycle ${cycle + 1} has a result to decide on.`,
  complete: (loopId: string) => `${loopId} is complete`,
  hasFailed: (loopId: string) => `${loopId} has failed`,
  seePanel: 'The panel says why.',

  reaching: 'Looking for the leMouf server …',
  addressUnclear: (typed: string) => `"${typed}" is no address of a server. Give one such as http://127.0.0.1:8190 in the settings.`,
  settingsButton: 'Settings',
  away: (base: string) => `No leMouf server answers at ${base}. Start it there (npm start), or give its address in the settings.`,
  refused: (base: string, origin: string) => `The leMouf server at ${base} does not know this ComfyUI. Start it with --comfy ${origin}, or add ${origin} under its machines.`,
  blocked: (base: string) => `This ComfyUI lets its page talk to nobody else, so it cannot reach ${base}. Start ComfyUI without --disable-api-nodes, or use leMouf Studio in a tab of its own.`,
  noReview: 'Nothing is open here. Open a loop or a composition in the panel, and it is shown here in full width.',
  openPanel: 'Open the panel',
} as const

export type ComfyText = Translation<typeof english>

/** In the language of the settings; else in ComfyUI's own. */
export const text = inLanguage<ComfyText>({ en: english, fr: french })
