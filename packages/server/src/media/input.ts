import { AppError } from '@lemouf/core/error'

/** A file in the store and what its bytes are. */
export interface MediaFile {
  /** SHA-256 in hex. */
  readonly hash: string
  readonly path: string
  readonly mime: string
}

/** ffmpeg's demuxer for each type that may be opened. Playlists, lists of files and devices are not among them. */
const DEMUXERS: Readonly<Record<string, string>> = {
  'video/mp4': 'mov', 'video/x-m4v': 'mov', 'video/quicktime': 'mov', 'video/3gpp': 'mov', 'video/3gpp2': 'mov', 'audio/mp4': 'mov', 'audio/x-m4a': 'mov',
  'video/webm': 'matroska', 'video/matroska': 'matroska', 'audio/webm': 'matroska', 'audio/matroska': 'matroska',
  'video/ogg': 'ogg', 'audio/ogg': 'ogg', 'audio/ogg; codecs=opus': 'ogg',
  'audio/wav': 'wav', 'audio/flac': 'flac', 'audio/mpeg': 'mp3', 'audio/aac': 'aac', 'audio/aiff': 'aiff',
  'video/vnd.avi': 'avi', 'video/x-flv': 'flv', 'video/mp2t': 'mpegts', 'video/mpeg': 'mpeg', 'video/MP1S': 'mpeg', 'video/MP2P': 'mpeg',
}

/** Pictures of more are not unpacked: 8,192 × 8,192. */
const MAX_PIXELS = 2 ** 26

/**
 * The arguments that open a file as what its bytes are and as nothing else: a playlist under a film's name could name files of this machine.
 * Error: `media_unsupported`.
 */
export function inputArgs({ path, mime }: MediaFile): readonly string[] {
  const demuxer = DEMUXERS[mime]
  if (demuxer === undefined) throw new AppError('media_unsupported', `Files of the type ${mime} are not read as film or sound here. Convert it to MP4, WebM, WAV, FLAC or MP3.`)
  return ['-protocol_whitelist', 'file', '-format_whitelist', demuxer, '-f', demuxer, '-i', `file:${path}`]
}

/** Whether the keyframe before a moment can be found; in transport and program streams one lands anywhere. */
export const hasIndex = ({ mime }: Pick<MediaFile, 'mime'>): boolean => !(DEMUXERS[mime] ?? '').startsWith('mpeg')

/** Limits for what is decoded; before {@link inputArgs}. */
export const DECODE_LIMITS = ['-max_pixels', String(MAX_PIXELS)] as const
