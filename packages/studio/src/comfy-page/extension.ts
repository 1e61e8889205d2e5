import type { AppError } from '@lemouf/core/error'
import { unwrap, type Result } from '@lemouf/core/result'
import { computed, h, shallowRef } from 'vue'
import { tabMemory } from '../app/browser-memory.ts'
import { reachServerAt, type ServerPlace } from '../server/client.ts'
import { createCanvas } from './canvas.ts'
import ComfyPanel from './ComfyPanel.vue'
import { createCommands, TOGGLE_DOCK, TOGGLE_PANEL } from './commands.ts'
import { followLocale } from './locale.ts'
import { mountStudio } from './mount.ts'
import { tellNews } from './news.ts'
import type { ComfyApi, ComfyApp, ComfyExtension, ComfySetting } from './page.ts'
import { ADDRESS_SETTING, DEFAULT_ADDRESS, placeOf, TOKEN_SETTING } from './place.ts'
import { createReview, dockAddress } from './review.ts'
import { createTab, type Tab } from './tab.ts'
import { text } from './text.ts'

const SIDEBAR = 'lemouf-studio'
const DOCK = 'lemouf-dock'

/** leMouf as an extension of ComfyUI's page: two tabs, the commands with their keys and menu, and the settings. */
export function createExtension(app: ComfyApp, api: ComfyApi): ComfyExtension {
  followLocale(app)
  const place = shallowRef<Result<ServerPlace, AppError>>()
  const canvas = createCanvas(app, api)
  const review = createReview(tabMemory, () => openDock())
  const execute = (id: string): void => void app.extensionManager.command.execute(id)
  const togglePanel = (): void => execute(`Workspace.ToggleSidebarTab.${SIDEBAR}`)
  const openPanel = (): void => { if (!sidebar.isOpen.value) togglePanel() }
  const toggleDock = (): void => execute(`Workspace.ToggleBottomPanelTab.${DOCK}`)
  const openDock = (): void => { if (!dock.isOpen.value) toggleDock() }
  const openSettings = (): void => execute('Comfy.ShowSettingsDialog')
  const readPlace = (changed: { address?: unknown; token?: unknown } = {}): Result<ServerPlace, AppError> => {
    const { setting } = app.extensionManager
    const found = placeOf({ address: setting.get(ADDRESS_SETTING), token: setting.get(TOKEN_SETTING), ...changed })
    if (found.ok) reachServerAt(found.value)
    place.value = found
    return found
  }
  const tabOf = (kind: 'sidebar' | 'dock'): Tab => createTab((element) => {
    followLocale(app)
    const found = place.value ?? readPlace()
    const panel = () => h(ComfyPanel, { kind, place: place.value ?? found, review, openSettings, openPanel })
    return mountStudio(element, panel, { address: kind === 'dock' ? dockAddress(review, openPanel) : review.address, canvas })
  })
  const sidebar = tabOf('sidebar')
  const dock = tabOf('dock')
  return {
    name: 'leMouf.Studio',
    commands: createCommands({ app, canvas, review, togglePanel, openPanel, toggleDock, connect: () => unwrap(readPlace()).base }),
    // On a Mac, Option+L types ¬.
    keybindings: ['l', '¬'].map((key) => ({ commandId: TOGGLE_PANEL, combo: { key, alt: true } })),
    menuCommands: [{ path: ['Extensions', 'leMouf'], commands: [TOGGLE_PANEL, TOGGLE_DOCK, 'lemouf.validateAndStart', 'lemouf.injectLoopId', 'lemouf.compose', 'lemouf.openStudio'] }],
    settings: settingsOf((changed) => { if (place.value !== undefined) readPlace(changed) }),
    bottomPanelTabs: [{ id: DOCK, title: text.title, type: 'custom', render: dock.render, destroy: dock.destroy }],
    setup: () => {
      followLocale(app)
      app.extensionManager.registerSidebarTab({ id: SIDEBAR, title: text.title, tooltip: text.tooltip, icon: 'pi pi-sync', type: 'custom', render: sidebar.render, destroy: sidebar.destroy })
      readPlace()
      tellNews({ review, place, isOpen: computed(() => sidebar.isOpen.value || dock.isOpen.value), toast: app.extensionManager.toast })
    },
  }
}

function settingsOf(heard: (changed: { address?: unknown; token?: unknown }) => void): readonly ComfySetting[] {
  const { address, addressMeans, token, tokenMeans } = text.settings
  return [
    { id: ADDRESS_SETTING, name: address, category: ['leMouf', 'Server', 'Address'], tooltip: addressMeans, type: 'text', defaultValue: DEFAULT_ADDRESS, onChange: (value) => heard({ address: value }) },
    { id: TOKEN_SETTING, name: token, category: ['leMouf', 'Server', 'Token'], tooltip: tokenMeans, type: 'text', defaultValue: '', attrs: { type: 'password', autocomplete: 'off' }, onChange: (value) => heard({ token: value }) },
  ]
}
