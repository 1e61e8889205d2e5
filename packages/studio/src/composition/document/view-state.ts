import { TICKS_PER_SECOND } from '@lemouf/core/timeline'
import * as z from 'zod'
import { inject, reactive, type InjectionKey } from 'vue'

export const TOOLS = ['select', 'razor', 'ripple', 'roll', 'slip', 'slide'] as const
export type Tool = (typeof TOOLS)[number]
export const GIZMO_MODES = ['move', 'scale', 'rotate'] as const
export type GizmoMode = (typeof GIZMO_MODES)[number]
export const BACKGROUNDS = ['neutral', 'dark', 'checker'] as const
export const OVERLAYS = ['grid', 'safe', 'cross', 'diagonals', 'guides'] as const
export type Overlay = (typeof OVERLAYS)[number]

const moment = z.int().min(0)
const part = z.number().min(0).max(1)
const overlay = z.object({ shown: z.boolean().catch(false), opacity: part.catch(0.6) })
const section = <S extends z.ZodRawShape>(shape: S) => z.preprocess((value) => (typeof value === 'object' && value !== null ? value : {}), z.object(shape))

/**
 * How a window shows a composition, kept with it on the server: what a reload, a crash and another window come back to. It belongs
 * to no revision. What is missing or not understood is as usual, each by itself. Times are ticks.
 */
const viewSchema = section({
  playhead: moment.catch(0),
  selection: z.array(z.string()).max(50_000).catch([]),
  /** The marked range; null where nothing is marked. */
  markIn: moment.nullable().catch(null),
  markOut: moment.nullable().catch(null),
  /** Playing goes round in the marked range, or in all. */
  repeat: z.boolean().catch(false),
  timeline: section({
    /** Ticks of one CSS pixel. */
    scale: z.number().positive().catch(TICKS_PER_SECOND / 40),
    /** The moment at the left edge, and how far lanes are scrolled down in pixels. */
    from: z.number().min(0).catch(0),
    top: z.number().min(0).catch(0),
    /** Heights in pixels of lanes that a person has set. */
    heights: z.record(z.string(), z.number().min(20).max(400)).catch({}),
    tool: z.enum(TOOLS).catch('select'),
    snapping: z.boolean().catch(true),
    /** What becomes of what is in the place of a clip that is put down; and which lanes make room, or move up. */
    mode: z.enum(['overwrite', 'insert']).catch('overwrite'),
    scope: z.enum(['lanes', 'all']).catch('lanes'),
    /** Seconds as timecode, frames, or bars and beats. */
    ruler: z.enum(['timecode', 'frames', 'bars']).catch('timecode'),
    /** For a ruler of bars: beats a minute, beats a bar. */
    tempo: z.number().min(20).max(400).catch(120),
    beats: z.int().min(1).max(16).catch(4),
    minimap: z.boolean().catch(true),
    /** What the view does when the playhead leaves it while playing. */
    following: z.enum(['page', 'smooth', 'none']).catch('page'),
  }),
  monitor: section({
    /** Screen pixels for a pixel of the frame; null fits it. */
    zoom: z.number().min(0.02).max(32).nullable().catch(null),
    /** What of the frame is in the middle, in parts of it. */
    x: z.number().catch(0.5),
    y: z.number().catch(0.5),
    background: z.enum(BACKGROUNDS).catch('neutral'),
    /** The pasteboard around the frame is shown; without it the picture ends at the frame. */
    workArea: z.boolean().catch(true),
    /** All that is switched on is shown; one key hides and shows it. */
    overlaysShown: z.boolean().catch(true),
    overlays: section({ grid: overlay.catch({ shown: false, opacity: 0.5 }), safe: overlay.catch({ shown: false, opacity: 0.6 }), cross: overlay.catch({ shown: false, opacity: 0.6 }), diagonals: overlay.catch({ shown: false, opacity: 0.5 }), guides: overlay.catch({ shown: true, opacity: 0.8 }) }),
    mode: z.enum(GIZMO_MODES).catch('move'),
    /** Null: as much as keeps up; else a part of the frame's size. */
    quality: z.union([z.literal(1), z.literal(0.5), z.literal(0.25)]).nullable().catch(null),
    volume: part.catch(1),
    muted: z.boolean().catch(false),
  }),
  panes: section({
    resources: z.boolean().catch(true),
    inspector: z.boolean().catch(true),
    /** Shares in percent: of the upper part in the height; of resources and inspector in the width. */
    upper: z.number().min(10).max(90).catch(56),
    left: z.number().min(5).max(60).catch(22),
    right: z.number().min(5).max(60).catch(22),
    /** Of what is beside the timeline, in the width, where the frame is short. */
    beside: z.number().min(10).max(90).catch(40),
    /** Which pane is seen where there is room for one. */
    narrow: z.enum(['resources', 'monitor', 'inspector', 'timeline']).catch('monitor'),
  }),
  resources: section({
    search: z.string().max(200).catch(''),
    kind: z.enum(['all', 'image', 'video', 'audio']).catch('all'),
    results: z.enum(['approved', 'all']).catch('approved'),
    /** The loop whose results are listed; null for that of the composition. */
    loop: z.string().nullable().catch(null),
    layout: z.enum(['grid', 'list']).catch('grid'),
    /** Least width of a cell of the grid in CSS pixels. */
    size: z.number().min(72).max(240).catch(112),
    sort: z.enum(['listed', 'name', 'newest', 'length', 'size']).catch('listed'),
    /** Groups of which only the heading is shown. */
    folded: z.array(z.string()).max(20).catch([]),
    /** Groups that would be folded by themselves, and a person has opened. */
    opened: z.array(z.string()).max(20).catch([]),
  }),
})
export type ViewState = z.output<typeof viewSchema>

/** Reads a view that was kept, of whatever version. */
export const parseView = (kept: unknown): ViewState => viewSchema.parse(kept ?? {})

export const VIEW: InjectionKey<ViewState> = Symbol('view of a composition')

/** How the composition around a component is shown: reactive, and kept by itself when something of it changes. */
export function useView(): ViewState {
  const view = inject(VIEW)
  if (view === undefined) throw new Error('There is no composition open here')
  return view
}

export const createView = (kept: unknown): ViewState => reactive(parseView(kept))

/** The sizes that panes have until somebody changes them. */
export const usualPanes = parseView({}).panes
