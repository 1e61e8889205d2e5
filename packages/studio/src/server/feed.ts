import { parseJson } from '@lemouf/core/json'
import { changeSchema, compositionChangeSchema, helloSchema, pipelineChangeSchema, previewSchema, progressSchema, type Change, type CompositionChange, type PipelineChange, type Preview, type Progress } from '@lemouf/core/protocol'
import { unwrap } from '@lemouf/core/result'
import type * as z from 'zod'
import { fromServer } from './client.ts'

export type Connection = 'connecting' | 'live' | 'lost'

export interface FeedListener {
  /** Nothing before this moment is known, or a part of it was missed: read again what is shown. */
  readonly began: () => void
  readonly changed: (change: Change) => void
  /** Told on the feed of all loops. */
  readonly pipelineChanged?: (change: PipelineChange) => void
  /** Told on the feed of all loops. */
  readonly compositionChanged?: (change: CompositionChange) => void
  readonly progressed?: (progress: Progress) => void
  readonly previewed?: (preview: Preview) => void
  readonly connection: (state: Connection) => void
}

const REOPEN_AFTER_MS = 3000
/** Edits of a composition are deeper than what loops tell, and a paste of thousands of clips is long. */
const LIMITS = { maxDepth: 128, maxLength: 64 * 1024 * 1024 }

/**
 * Listens to `/lemouf/events`, of one loop or of all, until the returned function is called.
 * The browser reconnects and asks for what it missed (Last-Event-ID); where the server cannot tell, `began` is called.
 */
export function openFeed(loopId: string | undefined, listener: FeedListener): () => void {
  const address = loopId === undefined ? '/lemouf/events' : `/lemouf/events?loop_id=${encodeURIComponent(loopId)}`
  let reopening: ReturnType<typeof setTimeout> | undefined
  let stream = connect()
  let server: number | undefined
  let heard = 0

  function connect(): EventSource {
    listener.connection('connecting')
    const source = new EventSource(fromServer(address))
    on(source, 'hello', helloSchema, (hello) => {
      listener.connection('live')
      const missed = server !== hello.server_started_at || hello.last_event_id !== heard
      server = hello.server_started_at
      heard = hello.last_event_id
      if (missed) listener.began()
    })
    on(source, 'change', changeSchema, (change, id) => {
      heard = Number(id)
      listener.changed(change)
    })
    on(source, 'pipeline', pipelineChangeSchema, (change, id) => {
      heard = Number(id)
      listener.pipelineChanged?.(change)
    })
    // Read only where somebody looks at compositions; that one was heard counts all the same.
    source.addEventListener('composition', (event: MessageEvent<string>) => { heard = Number(event.lastEventId) })
    if (listener.compositionChanged !== undefined) on(source, 'composition', compositionChangeSchema, listener.compositionChanged)
    on(source, 'progress', progressSchema, (progress) => listener.progressed?.(progress))
    on(source, 'preview', previewSchema, (preview) => listener.previewed?.(preview))
    source.addEventListener('error', () => {
      listener.connection('lost')
      // The browser tries again by itself after a broken line, but not after a refusal.
      if (source.readyState === EventSource.CLOSED) reopening = setTimeout(() => { stream = connect() }, REOPEN_AFTER_MS)
    })
    return source
  }

  return () => {
    clearTimeout(reopening)
    stream.close()
  }
}

function on<S extends z.ZodType>(source: EventSource, name: string, schema: S, hear: (message: z.output<S>, id: string) => void): void {
  source.addEventListener(name, (event: MessageEvent<string>) => hear(schema.parse(unwrap(parseJson(event.data, LIMITS))), event.lastEventId))
}
