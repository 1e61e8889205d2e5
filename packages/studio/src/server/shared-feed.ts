import { openFeed, type Connection, type FeedListener } from './feed.ts'

/** The feed of all loops, as long as somebody listens: a browser has few connections to a server, and each feed would hold one. */
let shared: { readonly listeners: Set<FeedListener>; connection: Connection; close: () => void } | undefined

/** Listens to the feed of all loops together with whoever does already, until the returned function is called. Who comes later is told that it began. */
export function joinFeed(listener: FeedListener): () => void {
  shared ??= open()
  const feed = shared
  feed.listeners.add(listener)
  queueMicrotask(() => {
    if (!feed.listeners.has(listener)) return
    listener.connection(feed.connection)
    if (feed.connection === 'live') listener.began()
  })
  return () => {
    feed.listeners.delete(listener)
    if (feed.listeners.size > 0 || shared !== feed) return
    feed.close()
    shared = undefined
  }
}

function open(): NonNullable<typeof shared> {
  const listeners = new Set<FeedListener>()
  const feed: NonNullable<typeof shared> = {
    listeners,
    connection: 'connecting',
    close: () => {},
  }
  // It says at once how it is connected.
  feed.close = openFeed(undefined, {
    began: () => { for (const { began } of listeners) began() },
    changed: (change) => { for (const { changed } of listeners) changed(change) },
    pipelineChanged: (change) => { for (const { pipelineChanged } of listeners) pipelineChanged?.(change) },
    compositionChanged: (change) => { for (const { compositionChanged } of listeners) compositionChanged?.(change) },
    progressed: (progress) => { for (const { progressed } of listeners) progressed?.(progress) },
    previewed: (preview) => { for (const { previewed } of listeners) previewed?.(preview) },
    connection: (connection) => {
      feed.connection = connection
      for (const listener of listeners) listener.connection(connection)
    },
  })
  return feed
}
