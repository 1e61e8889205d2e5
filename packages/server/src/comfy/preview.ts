import { isJsonObject, parseJson } from '@lemouf/core/json'

export interface PreviewFrame {
  readonly mime: 'image/jpeg' | 'image/png'
  readonly bytes: Buffer
  /** Known only in frames with metadata; the older ones belong to whatever runs. */
  readonly promptId: string | undefined
}

const PREVIEW = 1
const PREVIEW_WITH_METADATA = 4
const JPEG_START = Buffer.from([0xff, 0xd8, 0xff])
const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47])

/**
 * A binary message of ComfyUI's `/ws`: u32 big-endian type, then for 1 a u32 format and the picture,
 * for 4 a u32 length, that much JSON, and the picture. The format is read off the picture itself. Other messages give undefined.
 */
export function readPreview(message: Buffer): PreviewFrame | undefined {
  if (message.length < 8) return undefined
  const type = message.readUInt32BE(0)
  if (type === PREVIEW) return frameOf(message.subarray(8), undefined)
  if (type !== PREVIEW_WITH_METADATA) return undefined
  const end = 8 + message.readUInt32BE(4)
  if (end > message.length) return undefined
  const metadata = parseJson(message.toString('utf8', 8, end))
  const promptId = metadata.ok && isJsonObject(metadata.value) ? metadata.value['prompt_id'] : undefined
  return frameOf(message.subarray(end), typeof promptId === 'string' ? promptId : undefined)
}

function frameOf(bytes: Buffer, promptId: string | undefined): PreviewFrame | undefined {
  if (bytes.subarray(0, 3).equals(JPEG_START)) return { mime: 'image/jpeg', bytes, promptId }
  if (bytes.subarray(0, 4).equals(PNG_START)) return { mime: 'image/png', bytes, promptId }
  return undefined
}
