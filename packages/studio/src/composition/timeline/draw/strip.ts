import { TICKS_PER_SECOND, amplitudeOf, fadeAt, ticks, type AudioClip, type Media, type VideoClip } from '@lemouf/core/timeline'
import { storeIdOf } from '../../media-place.ts'
import type { Rect } from '../geometry.ts'
import type { Pen } from './pen.ts'

/** Pixels along the edges of a tile that may have something of its neighbours on the sheet: WebP lets colours run. */
const BLED = 2

/** Pictures along a clip, each a tile of the medium's own shape: the first begins where the clip does. */
export function drawPictures(pen: Pen, clip: VideoClip, media: Media, within: Rect): void {
  const id = storeIdOf(media)
  if (id === undefined || media.kind === 'audio') return
  const { ctx, ratio, view } = pen
  const wide = Math.max(8, within.height * (media.size.width / media.size.height))
  const speed = clip.speed.num / clip.speed.den
  const out = clip.in + clip.duration * speed
  const stretch = wide * view.scale * speed
  const tall = within.height * ratio > 80 ? 128 : 64
  const end = Math.min(within.x + within.width, view.width)
  const still = media.kind === 'image' ? pen.pictures.still(id, pen.knownOf(id).info) : undefined
  for (let slot = Math.max(0, Math.floor(-within.x / wide)); within.x + slot * wide < end; slot++) {
    const x = Math.round((within.x + slot * wide) * ratio) / ratio
    const next = Math.round((within.x + (slot + 1) * wide) * ratio) / ratio
    const from = clip.in + slot * stretch
    const tile = media.kind === 'image' ? still : pen.pictures.frame(id, tall, from, Math.min(out, from + stretch))
    if (tile === undefined) continue
    // The last one is cut where the clip ends.
    const width = Math.min(next, within.x + within.width) - x
    const part = width / (next - x)
    const [left, top] = [tile.x + BLED, tile.y + BLED]
    ctx.drawImage(tile.image, left, top, (tile.width - 2 * BLED) * part, tile.height - 2 * BLED, x, within.y, width, within.height)
  }
}

/** From this height on the channels of a sound are drawn apart. */
const APART = 34

/** The sound along a clip, as loud as it is heard: with its gain and its fades. */
export function drawWave(pen: Pen, clip: AudioClip, media: Media, within: Rect, colour: string): void {
  const id = storeIdOf(media)
  if (id === undefined || media.kind === 'image') return
  const { ctx, view, ratio, sounds } = pen
  const left = Math.max(within.x, 0)
  const count = Math.ceil((Math.min(within.x + within.width, view.width) - left) * ratio)
  if (count <= 0) return
  const speed = clip.speed.num / clip.speed.den
  const column = view.scale / ratio
  const begun = (left - within.x) * view.scale
  const stretch = (column * speed) / TICKS_PER_SECOND
  const from = (clip.in + begun * speed) / TICKS_PER_SECOND
  const loudness = loudnessOf(clip, begun, column)
  const channels = sounds.channels(id) ?? 1
  const parts = channels === 2 && within.height >= APART ? [0, 1] : [undefined]
  const height = within.height / parts.length
  ctx.fillStyle = colour
  for (const [index, channel] of parts.entries()) {
    const middle = Math.round((within.y + height * (index + 0.5)) * ratio) / ratio
    // Silence is a line: there is sound, and it says nothing.
    ctx.fillRect(left, middle, count / ratio, 1 / ratio)
    const wave = sounds.wave(id, channel, from, stretch, count)
    if (wave === undefined) continue
    const half = height / 2 - 1
    ctx.beginPath()
    ctx.moveTo(left, middle)
    for (let each = 0; each < count; each++) ctx.lineTo(left + each / ratio, middle - Math.min(1, (wave[each * 2 + 1] ?? 0) * loudness(each)) * half)
    for (let each = count - 1; each >= 0; each--) ctx.lineTo(left + each / ratio, middle - Math.max(-1, (wave[each * 2] ?? 0) * loudness(each)) * half)
    ctx.fill()
  }
}

/** How loud a clip is from a distance into it on, column by column. */
function loudnessOf(clip: AudioClip, begun: number, column: number): (index: number) => number {
  const gain = amplitudeOf(clip.gain)
  if (clip.fadeIn.duration === 0 && clip.fadeOut.duration === 0) return () => gain
  return (index) => gain * fadeAt(clip, ticks(Math.round(clip.start + begun + index * column)))
}
