import { openAsBlob } from 'node:fs'
import type { ComfyClient } from '../comfy/client.ts'
import type { MediaStore } from '../media/media-store.ts'

/** The media that the generating server was given as inputs, so that each goes there once a connection. */
export class Uploads {
  readonly #media: MediaStore
  readonly #there = new Set<string>()

  constructor(media: MediaStore) {
    this.#media = media
  }

  /** Makes sure that the server has these media under the names that prompts use for them. */
  async ensure(client: ComfyClient, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      if (this.#there.has(id)) continue
      const row = await this.#media.row(id)
      await client.upload(`lemouf/${id}${extensionOf(row.filename)}`, await openAsBlob(await this.#media.path(id), { type: row.mime }))
      this.#there.add(id)
    }
  }

  /** The server came back, perhaps another one: its input folder is unknown. */
  forget(): void {
    this.#there.clear()
  }
}

function extensionOf(filename: string): string {
  const dot = filename.lastIndexOf('.')
  return dot < 0 ? '' : filename.slice(dot).toLowerCase()
}
