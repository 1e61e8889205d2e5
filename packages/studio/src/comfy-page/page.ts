/** The few members of ComfyUI's page that are used here, as front ends from 1.20 on have them. What they give is parsed where it is taken. */
export interface ComfyApp {
  registerExtension(extension: ComfyExtension): void
  /** The graph on the canvas as a workflow and as a prompt. */
  graphToPrompt(): Promise<unknown>
  readonly graph: LiteGraph
  /** Newer front ends: `graph` may then be the subgraph that is open. */
  readonly rootGraph?: LiteGraph
  readonly canvas: LiteCanvas
  readonly extensionManager: ExtensionManager
}

export interface ComfyApi {
  addEventListener(type: 'graphChanged', heard: () => void): void
  removeEventListener(type: 'graphChanged', heard: () => void): void
}

export interface ExtensionManager {
  registerSidebarTab(tab: CustomTab & { readonly icon: string; readonly tooltip: string }): void
  readonly toast: { add(toast: Toast): void }
  readonly setting: { get(id: string): unknown }
  readonly command: { execute(id: string): unknown }
  readonly workflow?: { readonly activeWorkflow?: { readonly filename?: unknown } | null }
}

export interface Toast {
  readonly severity: 'success' | 'info' | 'warn' | 'error'
  readonly summary: string
  readonly detail?: string
  /** Milliseconds; without it, it stays until it is closed. */
  readonly life?: number
}

/** A tab that draws itself. `render` may be called again with the element that it has already drawn into. */
export interface CustomTab {
  readonly id: string
  readonly title: string
  readonly type: 'custom'
  readonly render: (element: HTMLElement) => void
  readonly destroy: () => void
}

export interface ComfyCommand {
  readonly id: string
  readonly label: string
  readonly icon: string
  readonly function: () => void | Promise<void>
}

export interface ComfySetting {
  readonly id: string
  readonly name: string
  readonly category: readonly string[]
  readonly tooltip: string
  readonly type: 'text'
  readonly defaultValue: string
  readonly attrs?: Readonly<Record<string, unknown>>
  /** Called before the new value can be read. */
  readonly onChange: (value: unknown) => void
}

export interface ComfyExtension {
  readonly name: string
  readonly commands: readonly ComfyCommand[]
  readonly keybindings: readonly { readonly commandId: string; readonly combo: { readonly key: string; readonly alt: boolean } }[]
  readonly menuCommands: readonly { readonly path: readonly string[]; readonly commands: readonly string[] }[]
  readonly settings: readonly ComfySetting[]
  readonly bottomPanelTabs: readonly CustomTab[]
  readonly setup: () => void
}

export interface LiteGraph {
  readonly nodes: readonly LiteNode[]
  /** By their ids; all of them, at the root graph. */
  readonly subgraphs?: ReadonlyMap<string, LiteGraph>
  getNodeById(id: number | string): LiteNode | null | undefined
}

export interface LiteNode {
  readonly type: string
  readonly graph?: LiteGraph | null
  /** What is inside, when it is a subgraph. */
  readonly subgraph?: LiteGraph
  readonly widgets?: readonly LiteWidget[]
  /** x, y, width and height in the graph, with the title. */
  getBounding(): ArrayLike<number>
}

export interface LiteWidget {
  readonly name: string
  value: unknown
  callback?: (value: unknown) => unknown
}

export interface LiteCanvas {
  readonly graph: LiteGraph | null
  /** Draws over the nodes, in the graph's coordinates. */
  onDrawForeground?: (brush: CanvasRenderingContext2D, area: unknown) => void
  setDirty(foreground: boolean, background?: boolean): void
  setGraph?(graph: LiteGraph): void
  selectNode(node: LiteNode): void
  centerOnNode(node: LiteNode): void
  /** What changes between the two is one step of ComfyUI's undo. */
  emitBeforeChange?(): void
  emitAfterChange?(): void
}
