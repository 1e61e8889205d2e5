/** Pixels: 8 bit, interleaved rows from the top, sRGB. A batch holds frames of one size. */
export interface ImageFrame {
  readonly width: number
  readonly height: number
  readonly channels: 3 | 4
  /** `width * height * channels` bytes. Never changed once made. */
  readonly data: Uint8Array
}
export type ImageBatch = readonly ImageFrame[]

/** One channel of 8 bit; 255 is fully masked. */
export interface MaskFrame {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}
export type MaskBatch = readonly MaskFrame[]

export interface AudioClip {
  /** Hz. */
  readonly sampleRate: number
  /** One array of samples in -1..1 a channel, all of one length. */
  readonly channels: readonly Float32Array[]
}

/** A film as a file the engine owns. Never changed once made. */
export interface VideoClip {
  readonly path: string
  readonly width: number
  readonly height: number
  /** Frames a second. */
  readonly fps: number
  readonly frameCount: number
  readonly hasAudio: boolean
}
