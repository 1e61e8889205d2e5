import { frameMiddle, sceneAt, type Scene } from '@lemouf/core/timeline'
import { computed, onScopeDispose, watch, type ComputedRef, type ShallowRef } from 'vue'
import { useEditor } from '../document/editor.ts'
import { useView } from '../document/view-state.ts'
import { frameSeen } from '../frame-seen.ts'
import { storeIdOf } from '../media-place.ts'
import { useFrames } from '../playback/frames.ts'
import { useTransport } from '../playback/transport.ts'
import { picturesOf, type Lens } from './draw-scene.ts'
import { paintStage } from './paint-stage.ts'
import type { Stage, Viewport } from './viewport.ts'

/** How fine the picture is drawn, and where the canvas lies so that its pixels are whole. */
export interface Raster {
  /** Pixels of the canvas. */
  readonly width: number
  readonly height: number
  /** CSS pixels from the stage's top left, and of one pixel of the canvas. */
  readonly left: number
  readonly top: number
  readonly pixel: number
  readonly lens: Lens
}

/**
 * The raster for a stage: as fine as the screen, but no finer than a part of the output's pixels, which are then made larger by the
 * browser. The frame begins at a whole pixel.
 */
export function rasterOf({ scale, origin }: Viewport, stage: Stage, part: number): Raster {
  const fineness = Math.min(stage.density, part / scale)
  const corner = { x: Math.ceil(origin.x * fineness - NEARLY), y: Math.ceil(origin.y * fineness - NEARLY) }
  return {
    width: Math.max(1, Math.ceil(stage.width * fineness) + 1), height: Math.max(1, Math.ceil(stage.height * fineness) + 1),
    left: origin.x - corner.x / fineness, top: origin.y - corner.y / fineness, pixel: 1 / fineness,
    lens: { scale: scale * fineness, origin: corner },
  }
}
const NEARLY = 1e-6

/** The scene under the playhead: of the middle of its frame, as an export takes it. */
export function useScene(): ComputedRef<Scene> {
  const { project } = useEditor()
  const { playhead } = useTransport()
  const moment = computed(() => frameMiddle(frameSeen(project.value, playhead.value).frame, project.value.format.fps))
  return computed(() => sceneAt(project.value, moment.value))
}

/** A stage whose size is not known yet has a canvas no wider than this. */
const UNKNOWN = 3
/** A picture that is not there yet is waited for so long while playing: the one before stays, instead of black at a cut. */
const HOLDS_MS = 250

/**
 * Keeps a canvas drawn: once in the next animation frame after anything that is seen has changed. Nothing of Vue is rendered for it.
 * The canvas says in `data-frame` which frame it shows exactly.
 */
export function usePicture(canvas: Readonly<ShallowRef<HTMLCanvasElement | null>>, raster: ComputedRef<Raster>, scene: ComputedRef<Scene>): void {
  const { project } = useEditor()
  const { monitor } = useView()
  const { playhead, motion } = useTransport()
  const frames = useFrames()
  let asked = 0
  let heldSince: number | undefined

  function ask(): void {
    if (asked === 0) asked = requestAnimationFrame(draw)
  }
  function mayHold(now: number): boolean {
    const lacks = motion.value === 'playing' && picturesOf(scene.value, frames).some(([{ media }, shown]) => shown === undefined && storeIdOf(media) !== undefined)
    heldSince = lacks ? (heldSince ?? now) : undefined
    return heldSince !== undefined && now - heldSince < HOLDS_MS
  }
  function draw(now: number): void {
    asked = 0
    const context = canvas.value?.getContext('2d', { alpha: false })
    if (context === null || context === undefined) return
    if (mayHold(now)) {
      ask()
      return
    }
    const { width, height, lens } = raster.value
    if (width <= UNKNOWN) return
    if (context.canvas.width !== width) context.canvas.width = width
    if (context.canvas.height !== height) context.canvas.height = height
    const { format } = project.value
    const { exact } = paintStage(context, scene.value, frames, { frame: format, lens, background: monitor.background, workArea: monitor.workArea })
    context.canvas.dataset['frame'] = exact ? String(frameSeen(project.value, playhead.value).frame) : ''
  }

  watch([scene, () => frames.arrived.value, raster, canvas, () => monitor.background, () => monitor.workArea], ask, { flush: 'sync', immediate: true })
  onScopeDispose(() => cancelAnimationFrame(asked))
}
