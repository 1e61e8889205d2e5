import { AppError } from '@lemouf/core/error'
import type { Decision } from '@lemouf/core/loop'
import { isUnanswered, type CallOptions, type DecisionsResponse } from '@lemouf/core/protocol'
import { settings } from '../app/settings.ts'
import type { LoopStanding } from '../loop-view/judging.ts'
import { placeOf, type Place } from '../loop-view/place.ts'
import { placesOf, selectionOf } from '../loop-view/selection.ts'
import type { Judged } from '../loop-view/state.ts'
import { sentenceOf } from '../server/client.ts'
import { text } from '../text/text.ts'
import type { Attempting, ViewStore } from './commands.ts'

/** What became of a request. */
export interface Sent {
  /** Undefined where nothing was taken. */
  readonly standing: LoopStanding | undefined
  readonly refused: DecisionsResponse['refused']
}

/** A request of a step, to be made under the key given. */
export type Request = (call: CallOptions) => Promise<Sent>

/** One step of a person: shown as decided so (`null`: as undone) until its requests are answered. */
export type Send = (items: readonly Judged[], decision: Decision | null, discardSiblings: boolean | undefined, requests: readonly Request[]) => void

/** How long is waited before what got no answer is sent again, in milliseconds; the last one from then on. */
const SENT_AGAIN_MS = [500, 1000, 2000, 4000] as const

/**
 * Sends steps one after the other, and takes back what is refused. What gets no answer may have been taken:
 * it is sent again under its own key until there is one. A reset of the loop drops what was not answered by then.
 */
export function createSending({ state, dispatch }: ViewStore, attempt: Attempting, readAgain: (cycles: readonly number[]) => Promise<void>): Send {
  // `randomUUID` is not there on pages that are not delivered safely, as in a house's own network.
  const here = crypto.getRandomValues(new Uint32Array(4)).join('-')
  let sent: Promise<void> = Promise.resolve()
  let made = 0

  /** The newer state first, then what to say of the refusal. */
  const readRefused = (places: readonly Place[]): Promise<void> => attempt(() => readAgain([...new Set(places.map(({ cycle }) => cycle))]))

  const send: Send = (items, decision, discardSiblings, requests) => {
    const id = ++made
    const isWanted = (): boolean => state().pending.some((known) => known.id === id)
    dispatch({ type: 'judged', pending: { id, items, decision, discardSiblings }, stay: !settings.value.autoAdvance })
    sent = sent.then(async () => {
      try {
        const { standing, refused } = await sendAll(requests.map((request, part) => () => untilAnswered(() => request({ key: `${here}-${id}-${part}` }), isWanted)), isWanted)
        const places = refused.map(placeOf)
        if (places.length > 0 && isWanted()) await readRefused(places)
        if (!isWanted() || standing === undefined) return
        dispatch({ type: 'answered', id, standing, refused: places })
        if (places.length > 0) explain(items.length, refused)
      } catch (error) {
        // It was refused because of something that this page has not heard of yet.
        if (error instanceof AppError && error.status === 409 && isWanted()) await readRefused(items.map(({ place }) => place))
        dispatch({ type: 'refused', id, message: sentenceOf(error) })
      }
    })
  }

  /** Those that were refused stay selected. */
  function explain(asked: number, refused: DecisionsResponse['refused']): void {
    dispatch({ type: 'selected', selection: selectionOf([...refused.map(placeOf), ...placesOf(state().selection)]) })
    dispatch({ type: 'noticed', notice: { tone: 'error', message: text.grid.refused(refused.length, asked, refused[0]?.message ?? '') } })
  }

  return send
}

/** One request after the other, as long as the step is wanted. */
async function sendAll(requests: readonly (() => Promise<Sent | undefined>)[], isWanted: () => boolean): Promise<Sent> {
  let all: Sent = { standing: undefined, refused: [] }
  for (const request of requests) {
    const part = isWanted() ? await request() : undefined
    if (part === undefined) break
    all = { standing: part.standing ?? all.standing, refused: [...all.refused, ...part.refused] }
  }
  return all
}

/** What is answered to a request, sent again until it is; undefined when it is no longer wanted. */
async function untilAnswered(request: () => Promise<Sent>, isWanted: () => boolean): Promise<Sent | undefined> {
  for (let again = 0; isWanted(); again++) {
    try {
      return await request()
    } catch (error) {
      if (!isUnanswered(error)) throw error
    }
    const pause = SENT_AGAIN_MS[Math.min(again, SENT_AGAIN_MS.length - 1)]
    await new Promise((resolve) => { setTimeout(resolve, pause) })
  }
  return undefined
}
