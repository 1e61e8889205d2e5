/**
 * Calls back once this window is the one that leads in something: no other window of this browser does, or none any more. Until the
 * returned function is called it stays so. Where a browser has no locks (pages that are not delivered safely), every window leads.
 */
export function leading(what: string, lead: () => void): () => void {
  // Its type says that it is always there.
  const locks: LockManager | undefined = 'locks' in navigator ? navigator.locks : undefined
  if (locks === undefined) {
    lead()
    return () => {}
  }
  const leaving = new AbortController()
  let release = (): void => {}
  locks.request(what, { signal: leaving.signal }, () => new Promise<void>((resolve) => {
    release = resolve
    lead()
  })).catch((error: unknown) => {
    // Left before it was its turn.
    if (!leaving.signal.aborted) throw error
  })
  return () => {
    leaving.abort()
    release()
  }
}
