import type { Line } from './tus.ts'

/** What can go wrong with a request: nothing, the line before or behind the server's work, a part that arrives, or a proxy without a server. */
export type Fault = 'none' | 'before' | 'behind' | 'part' | '502' | 'forgotten'

/** A server of the protocol, as `docs/media.md` has it, behind a line with faults. */
export class FakeServer {
  readonly uploads = new Map<string, { length: number; bytes: Buffer; media: string | undefined; name: string }>()
  readonly asked: string[] = []
  readonly #faults: Fault[]
  refuse: ((bytes: Buffer) => { status: number; code: string } | undefined) = () => undefined
  begun = 0

  constructor(faults: readonly Fault[]) {
    this.#faults = [...faults]
  }

  readonly fetch: Line['fetch'] = async (path, init) => {
    init.signal?.throwIfAborted()
    this.asked.push(`${init.method} ${path}`)
    const fault = this.#faults.shift() ?? 'none'
    if (fault === 'before') throw new TypeError('Failed to fetch')
    if (fault === '502') return new Response('Bad gateway', { status: 502 })
    if (fault === 'forgotten') this.uploads.clear()
    const body = init.body instanceof Blob ? Buffer.from(await init.body.arrayBuffer()) : Buffer.alloc(0)
    const answer = this.#answer(path, init, fault === 'part' ? body.subarray(0, body.length >> 1) : body)
    if (fault === 'behind' || fault === 'part') throw new TypeError('network error')
    return answer
  }

  #answer(path: string, { method, headers }: RequestInit, body: Buffer): Response {
    const given = new Headers(headers)
    if (given.get('tus-resumable') !== '1.0.0') return refused(412, 'upload_version_unknown')
    if (method === 'POST') {
      const place = `/lemouf/media/uploads/${this.begun++}`
      const name = Buffer.from(given.get('upload-metadata')?.split(' ')[1] ?? '', 'base64').toString()
      this.uploads.set(place, { length: Number(given.get('upload-length')), bytes: Buffer.alloc(0), media: undefined, name })
      return new Response(null, { status: 201, headers: { location: place } })
    }
    const upload = this.uploads.get(path)
    if (upload === undefined) return method === 'HEAD' ? new Response(null, { status: 404 }) : refused(404, 'upload_not_found')
    if (method === 'DELETE') this.uploads.delete(path)
    if (method === 'PATCH' && upload.media === undefined) {
      if (Number(given.get('upload-offset')) !== upload.bytes.length) return refused(409, 'upload_offset_wrong')
      upload.bytes = Buffer.concat([upload.bytes, body])
      if (upload.bytes.length === upload.length) {
        const refusal = this.refuse(upload.bytes)
        if (refusal !== undefined) {
          this.uploads.delete(path)
          return refused(refusal.status, refusal.code)
        }
        upload.media = 'a'.repeat(32)
      }
    }
    return new Response(null, { status: method === 'HEAD' ? 200 : 204, headers: { 'upload-offset': String(upload.bytes.length), ...(upload.media === undefined ? {} : { 'lemouf-media': upload.media }) } })
  }
}

export const refused = (status: number, code: string): Response => Response.json({ error: { code, message: 'Not taken. Choose another.' } }, { status })
export const bytesOf = (length: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length }, (_unused, index) => Math.imul(index, 2_654_435_761) >>> 24)
export const lineTo = (server: FakeServer): Line => ({ fetch: server.fetch, patience: () => 0 })
