import type { AudioClip, Edit, Fade, Look, Transform, VideoClip } from '@lemouf/core/timeline'
import { shallowRef } from 'vue'

/** How a clip looks and sounds, apart from what it shows and when. */
export interface Attributes {
  readonly picture: { readonly transform: Transform; readonly look: Look } | undefined
  readonly gain: number | undefined
  readonly fadeIn: Fade
  readonly fadeOut: Fade
}

/** What was copied last in this window, of whatever composition. */
export const copied = shallowRef<Attributes>()

/** The attributes of a picture, a sound, or of both as of one film. */
export function attributesOf(picture: VideoClip | undefined, sound: AudioClip | undefined): Attributes | undefined {
  const one = picture ?? sound
  if (one === undefined) return undefined
  const { fadeIn, fadeOut } = one
  return { picture: picture && { transform: picture.transform, look: picture.look }, gain: sound?.gain, fadeIn, fadeOut }
}

/** The edits that give clips these attributes, each what it can have of them. */
export function pasteAttributes({ picture, gain, fadeIn, fadeOut }: Attributes, pictures: readonly VideoClip[], sounds: readonly AudioClip[]): readonly Edit[] {
  const ids = (clips: readonly { readonly id: string }[]): string[] => clips.map(({ id }) => id)
  return [
    ...(picture === undefined || pictures.length === 0 ? [] : [{ type: 'transform', clips: ids(pictures), set: picture.transform }, { type: 'look', clips: ids(pictures), set: picture.look }] as const),
    ...(gain === undefined || sounds.length === 0 ? [] : [{ type: 'gain', clips: ids(sounds), gain }] as const),
    ...(pictures.length + sounds.length === 0 ? [] : [{ type: 'fade', clips: ids([...pictures, ...sounds]), in: fadeIn, out: fadeOut }] as const),
  ]
}
