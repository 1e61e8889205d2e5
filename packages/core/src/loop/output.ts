import type { Json, JsonObject } from '../json.ts'

export type MediaKind = 'image' | 'audio' | 'video' | 'model' | 'file'

/** A result that lives in the media store. */
export interface MediaOutput {
  readonly kind: MediaKind
  /** Opaque id in the media store. */
  readonly media: string
  /** How the generating server named it; for people, exports and its own `/view`. */
  readonly filename: string
  readonly subfolder: string
  readonly folder: 'output' | 'input' | 'temp'
  readonly mime: string
  readonly bytes: number
  readonly width?: number
  readonly height?: number
}
export interface TextOutput {
  readonly kind: 'text'
  readonly text: string
}
export interface JsonOutput {
  readonly kind: 'json'
  readonly value: Json
}
/** One thing that Loop Return received. */
export type Output = MediaOutput | TextOutput | JsonOutput

export const isMedia = (output: Output): output is MediaOutput => output.kind !== 'text' && output.kind !== 'json'

/**
 * The name under which a medium is offered to a workflow's loader (`LoadImage.image` and the like):
 * the runner uploads it there before the prompt is posted.
 */
export function inputName(output: MediaOutput): string {
  const dot = output.filename.lastIndexOf('.')
  return `lemouf/${output.media}${dot < 0 ? '' : output.filename.slice(dot).toLowerCase()}`
}

/** What `$previous` reads: the approved outputs of the cycle before, media as loadable names. */
export function previousValue(outputs: readonly Output[]): JsonObject {
  const names = (kind: MediaKind): string[] => outputs.flatMap((output) => (isMedia(output) && output.kind === kind ? [inputName(output)] : []))
  const texts = outputs.flatMap((output) => (output.kind === 'text' ? [output.text] : []))
  const values = outputs.flatMap((output) => (output.kind === 'json' ? [output.value] : []))
  return {
    images: names('image'),
    audio: names('audio'),
    video: names('video'),
    ...(texts[0] === undefined ? {} : { text: texts[0], texts }),
    ...(values[0] === undefined ? {} : { json: values[0] }),
  }
}
