import type { ValidateResponse } from '@lemouf/core/protocol'
import type { Canvas } from '../app/embedding.ts'
import { composeFrom } from '../composition/starting.ts'
import { fromServer, server } from '../server/client.ts'
import { injectLoopId } from './canvas.ts'
import type { ComfyApp, ComfyCommand, Toast } from './page.ts'
import { whyNot } from './reach.ts'
import type { Review } from './review.ts'
import { text } from './text.ts'

const LIFE_MS = 5000
export const TOGGLE_PANEL = 'lemouf.togglePanel'
export const TOGGLE_DOCK = 'lemouf.toggleDock'

export interface CommandContext {
  readonly app: ComfyApp
  readonly canvas: Canvas
  readonly review: Review
  readonly togglePanel: () => void
  readonly openPanel: () => void
  readonly toggleDock: () => void
  /** Points the client at the server of the settings; the failure is thrown. Gives its address. */
  readonly connect: () => string
}

/** What ComfyUI's menus, keys and palette can make the studio do. */
export function createCommands(context: CommandContext): readonly ComfyCommand[] {
  const { app, review, togglePanel, toggleDock } = context
  const say = (toast: Toast): void => app.extensionManager.toast.add(toast)
  const attempt = (work: () => void | Promise<void>) => async (): Promise<void> => {
    let base = ''
    try {
      base = context.connect()
      await work()
    } catch (error) {
      say({ severity: 'error', summary: text.failed, detail: await whyNot(error, base) })
    }
  }
  return [
    { id: TOGGLE_PANEL, label: text.commands.togglePanel, icon: 'pi pi-sync', function: togglePanel },
    { id: 'lemouf.validateAndStart', label: text.commands.validateAndStart, icon: 'pi pi-play', function: attempt(() => validateAndStart(context, say)) },
    { id: 'lemouf.injectLoopId', label: text.commands.injectLoopId, icon: 'pi pi-tag', function: () => say(inject(app, review)) },
    { id: TOGGLE_DOCK, label: text.commands.toggleDock, icon: 'pi pi-video', function: toggleDock },
    { id: 'lemouf.compose', label: text.commands.compose, icon: 'pi pi-video', function: attempt(() => compose(review, say)) },
    { id: 'lemouf.openStudio', label: text.commands.openStudio, icon: 'pi pi-external-link', function: attempt(() => void window.open(fromServer('/'), '_blank', 'noopener')) },
  ]
}

/** Starts what is on the canvas and goes to its loop; what does not run yet is shown in the panel with its findings. */
async function validateAndStart({ canvas, review, openPanel }: CommandContext, say: (toast: Toast) => void): Promise<void> {
  const { title, ...choice } = await canvas.read()
  const { ok, findings } = await server('validateWorkflow', { body: choice })
  if (!ok) {
    review.address.go({ name: 'canvas' })
    openPanel()
    return say({ severity: 'error', summary: text.cannotRun(title), detail: firstError(findings), life: LIFE_MS })
  }
  const { loop_id: loopId } = await server('startLoop', { body: choice })
  review.address.go({ name: 'loop', loopId })
  openPanel()
  say({ severity: 'success', summary: text.started(loopId), detail: title, life: LIFE_MS })
}

/** Goes on with what the loop under review has approved as a film, in the bottom panel. */
async function compose({ loop, address }: Review, say: (toast: Toast) => void): Promise<void> {
  if (loop.value === undefined) return say({ severity: 'warn', summary: text.noLoop, detail: text.openOneToCompose, life: LIFE_MS })
  address.go(await composeFrom({ type: 'loop', loop_id: loop.value.loopId }))
}

const firstError = (findings: ValidateResponse['findings']): string => findings.find(({ severity }) => severity === 'error')?.message ?? text.seePanel

function inject(app: ComfyApp, { loop }: Review): Toast {
  if (loop.value === undefined) return { severity: 'warn', summary: text.noLoop, detail: text.openOne, life: LIFE_MS }
  const { loopId } = loop.value
  const count = injectLoopId(app, loopId)
  if (count === 0) return { severity: 'warn', summary: text.noLoopReturn, life: LIFE_MS }
  return { severity: 'success', summary: text.injected(loopId, count), life: LIFE_MS }
}
