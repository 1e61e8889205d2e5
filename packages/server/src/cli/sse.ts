/** One server-sent event. */
export interface SseEvent {
  readonly event: string
  readonly data: string
  /** The last id that the stream named, also by an earlier event. */
  readonly id: string
}

/** Reads an event stream (WHATWG HTML, "Server-sent events") from text that arrives in pieces of any size. */
export class SseParser {
  #rest = ''
  #started = false
  #event = ''
  #data: string[] = []
  #id = ''

  /** The events that this piece completes. */
  push(piece: string): readonly SseEvent[] {
    // A CR at the end may be half of a CRLF: it waits for the next piece.
    const lines = (this.#rest + this.#withoutMark(piece)).split(/\r\n|\n|\r(?!$)/)
    this.#rest = lines.pop() ?? ''
    return lines.flatMap((line) => this.#line(line) ?? [])
  }

  /** A byte order mark may begin the stream. */
  #withoutMark(piece: string): string {
    if (this.#started || piece === '') return piece
    this.#started = true
    return piece.startsWith('\ufeff') ? piece.slice(1) : piece
  }

  #line(line: string): SseEvent | undefined {
    if (line === '') return this.#dispatch()
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'data') this.#data.push(value)
    else if (field === 'event') this.#event = value
    else if (field === 'id' && !value.includes('\0')) this.#id = value
    return undefined
  }

  #dispatch(): SseEvent | undefined {
    const event = { event: this.#event === '' ? 'message' : this.#event, data: this.#data.join('\n'), id: this.#id }
    const something = this.#data.length > 0
    this.#event = ''
    this.#data = []
    return something ? event : undefined
  }
}
