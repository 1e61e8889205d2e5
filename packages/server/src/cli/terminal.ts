import type { Writable } from 'node:stream'
import { stringifyJson } from '@lemouf/core/json'

interface Screen extends Writable {
  readonly isTTY?: boolean
  readonly columns?: number
}

export interface Streams {
  readonly out: Writable
  readonly err: Screen
  readonly in: NodeJS.ReadableStream & { readonly isTTY?: boolean }
}

/** Results go to stdout, as JSON when asked for; what is only for people goes to stderr. */
export class Terminal {
  readonly json: boolean
  readonly streams: Streams
  #status = ''

  constructor(streams: Streams, json: boolean) {
    this.streams = streams
    this.json = json
  }

  /** A person looks at it, so that a line can be drawn over. */
  get live(): boolean {
    return this.streams.err.isTTY === true
  }

  /** A person can look and answer. */
  get interactive(): boolean {
    return this.live && this.streams.in.isTTY === true
  }

  /** Width in characters; some terminals say 0 for a width that they do not know. */
  get columns(): number {
    const { columns = 0 } = this.streams.err
    return columns > 0 ? columns : 80
  }

  /** The result of a command: the document for programs, or the text for people. */
  result(document: unknown, text: string): void {
    this.#above(() => {
      this.streams.out.write(`${this.json ? stringifyJson(document) : text}\n`)
    })
  }

  /** A line on the way there, for programs only. */
  progress(document: unknown): void {
    if (this.json) this.streams.out.write(`${stringifyJson(document)}\n`)
  }

  note(text: string): void {
    this.#above(() => {
      this.streams.err.write(`${text}\n`)
    })
  }

  /** The line that stays at the bottom; empty to take it away. Nothing where nobody looks. */
  status(text: string): void {
    if (!this.live || text === this.#status) return
    this.streams.err.write(`\r\u001b[K${text}`)
    this.#status = text
  }

  #above(write: () => void): void {
    const status = this.#status
    this.status('')
    write()
    this.status(status)
  }
}
