/** The largest upload in bytes, ComfyUI's default. */
export const MAX_UPLOAD_BYTES = 100 * 1024 * 1024

/** What the engine can do, as `/features` and the socket's handshake say it. */
export const FEATURES = { supports_preview_metadata: true, max_upload_size: MAX_UPLOAD_BYTES } as const
