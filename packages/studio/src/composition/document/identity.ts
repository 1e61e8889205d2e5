import { tabMemory, type BrowserMemory } from '../../app/browser-memory.ts'

/** Who a window is to the server while it shows a composition. No other window is the same at the same time. */
export interface Identity {
  readonly client: string
  /** Lets another window be it, as the same tab is after a reload. */
  readonly release: () => void
  /** Makes it somebody new, where another window turned out to be the same. */
  readonly renew: () => string
}

/** Holds a name until the returned function is called; undefined while somebody else holds it. */
export type Hold = (name: string) => Promise<(() => void) | undefined>

/** A page that is reloaded may still hold its names for a moment. */
const LEFT_MS = 60
const TRIES = 5

/** A name for what is new, of 128 random bits; also on pages that are not delivered safely, where `randomUUID` is not there. */
export const freshName = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Who this window is: who it was before a reload, else one of those that left something behind and are gone, else somebody new.
 * A tab that was duplicated finds the name of the first held, and is somebody new.
 */
export async function claimIdentity(compositionId: string, leftBehind: readonly string[], memory: BrowserMemory = tabMemory, hold: Hold = holdName, isSurelyOurs: (name: string) => boolean = isHeldOrReloaded): Promise<Identity> {
  const key = `lemouf.window.${compositionId}`
  const be = (client: string, release: () => void): Identity => {
    const releases = [release]
    memory.setItem(key, client)
    heldHere.add(client)
    const renew = (): string => {
      const name = freshName()
      memory.setItem(key, name)
      heldHere.add(name)
      hold(name).then((letGo) => { if (letGo !== undefined) releases.push(letGo) }, (error: unknown) => console.warn('The new name of this window is not held.', error))
      return name
    }
    return { client, release: () => { for (const letGo of releases) letGo() }, renew }
  }
  const kept = memory.getItem(key)
  const before = kept !== null && isSurelyOurs(kept) ? kept : null
  const own = before === null ? undefined : await holdSoon(before, hold)
  if (before !== null && own !== undefined) return be(before, own)
  for (const client of leftBehind) {
    const release = await hold(client)
    if (release !== undefined) return be(client, release)
  }
  const client = freshName()
  return be(client, (await hold(client)) ?? (() => undefined))
}

async function holdSoon(name: string, hold: Hold): Promise<(() => void) | undefined> {
  for (let tries = 1; ; tries++) {
    const release = await hold(name)
    if (release !== undefined || tries === TRIES) return release
    await new Promise((resolve) => setTimeout(resolve, LEFT_MS))
  }
}

/** Whether the browser tells who holds a name. It does not on pages that are not delivered safely. */
export const hasLocks = (): boolean => typeof navigator !== 'undefined' && 'locks' in navigator

/** Names that this page had. */
const heldHere = new Set<string>()

/** Without locks a tab that is frozen does not say that a name is its own; a duplicate of it would take the name. */
function isHeldOrReloaded(name: string): boolean {
  return hasLocks() || heldHere.has(name) || performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload')
}

/** Names are locks of the browser, which lets go of those of a window that is gone; on pages without locks the other windows are asked. */
export const holdName: Hold = (name) => (hasLocks() ? holdLock(name) : holdByAsking(name))

function holdLock(name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    navigator.locks.request(`lemouf.window.${name}`, { ifAvailable: true }, (lock) => {
      if (lock !== null) return new Promise<void>((letGo) => resolve(letGo))
      resolve(undefined)
      return undefined
    }).catch(reject)
  })
}

/** How long the other windows have to say that a name is theirs. */
const ANSWER_MS = 150

async function holdByAsking(name: string): Promise<(() => void) | undefined> {
  const channel = new BroadcastChannel(`lemouf.window.${name}`)
  let isTaken = false
  channel.addEventListener('message', ({ data }) => {
    if (data === 'mine') isTaken = true
  })
  // A channel reaches this site alone, and takes no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  channel.postMessage('whose')
  await new Promise((resolve) => setTimeout(resolve, ANSWER_MS))
  if (isTaken) {
    channel.close()
    return undefined
  }
  channel.addEventListener('message', ({ data }) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    if (data === 'whose') channel.postMessage('mine')
  })
  return () => channel.close()
}
