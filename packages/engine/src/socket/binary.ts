import type { NodeContext } from '../nodes/node.ts'

export type PreviewFrame = Parameters<NodeContext['preview']>[0]

/** What stands beside a preview of binary type 4. */
export interface PreviewMeta {
  readonly node_id: string
  readonly prompt_id: string
  readonly display_node_id: string
  readonly parent_node_id: null
  readonly real_node_id: string
}

const PREVIEW_IMAGE = 1
const PREVIEW_IMAGE_WITH_METADATA = 4

/** Binary type 1: u32 type, u32 format (1 JPEG, 2 PNG), bytes; big-endian. */
export function encodePreview(frame: PreviewFrame): Uint8Array {
  return Buffer.concat([u32(PREVIEW_IMAGE), u32(frame.format === 'jpeg' ? 1 : 2), frame.bytes])
}

/** Binary type 4: u32 type, u32 length of the JSON, JSON, bytes; big-endian. */
export function encodePreviewWithMeta(frame: PreviewFrame, meta: PreviewMeta): Uint8Array {
  const json = Buffer.from(JSON.stringify({ ...meta, image_type: `image/${frame.format}` }), 'utf8')
  return Buffer.concat([u32(PREVIEW_IMAGE_WITH_METADATA), u32(json.length), json, frame.bytes])
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
