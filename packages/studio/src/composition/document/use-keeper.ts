import { AppError } from '@lemouf/core/error'
import { useEventListener } from '@vueuse/core'
import { inject, onScopeDispose, shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import { server } from '../../server/client.ts'
import type { Connection } from '../../server/feed.ts'
import { joinFeed } from '../../server/shared-feed.ts'
import { text } from '../../text/text.ts'
import type { Editor } from './editor.ts'
import { Keeper } from './keeper.ts'
import type { Opened } from './open.ts'

export interface Kept {
  readonly keeper: Keeper
  /** How this window hears of what others do. */
  readonly connection: Readonly<ShallowRef<Connection>>
}

export const KEEPER: InjectionKey<Keeper> = Symbol('keeper')

/** What brings the deeds of the editor around a component to the server. */
export function useKeeper(): Keeper {
  const keeper = inject(KEEPER)
  if (keeper === undefined) throw new Error('There is no composition open here')
  return keeper
}

/** Keeps a composition with the server while the component lives, and asks before a page is left with something unsent. */
export function createKeeper(editor: Editor, { composition, identity, journal, unsent, unclear }: Opened): Kept {
  const connection = shallowRef<Connection>('connecting')
  const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
  const beginning = { client: identity.client, revision: composition.revision, sequence: composition.sequence }
  const keeper = new Keeper(editor, beginning, unsent, { call: server, journal, pause, rename: identity.renew })
  if (unclear > 0) keeper.lose(new AppError('json_malformed', text.composition.unclear(unclear)))
  const close = joinFeed({
    began: () => keeper.catchUp(),
    changed: () => undefined,
    compositionChanged: (change) => keeper.hear(change),
    connection: (state) => {
      connection.value = state
      if (state === 'live') keeper.retry()
    },
  })
  useEventListener(window, 'online', () => keeper.retry())
  useEventListener(window, 'beforeunload', (event) => { if (keeper.standing.value.unsent > 0) event.preventDefault() })
  onScopeDispose(() => {
    close()
    // What is under a hand is let go, and what is on the way still arrives; where the server is away, the journal has it.
    editor.apply()
    void keeper.settled().then(() => {
      keeper.stop()
      identity.release()
    })
  })
  return { keeper, connection }
}
