import { serverUrlSchema } from '@lemouf/core/protocol'
import { ref, type Ref } from 'vue'
import { sentenceOf, server } from '../server/client.ts'
import { text } from '../text/text.ts'

export interface ServerChanges {
  /** What was typed. */
  readonly address: Ref<string>
  /** Why the last change was not made. */
  readonly problem: Readonly<Ref<string | undefined>>
  readonly busy: Readonly<Ref<boolean>>
  /** Takes the server at the address typed into use. */
  readonly add: () => Promise<void>
  readonly remove: (url: string) => Promise<void>
}

/** Something before a colon that is no port: a scheme, also one that is misspelt. */
const SCHEME = /^[a-z][a-z\d+.-]*:(?!\d)/i

/** The address that was meant: without a scheme it is http. Undefined when it is none. */
export function addressOf(typed: string): string | undefined {
  const trimmed = typed.trim()
  const url = serverUrlSchema.safeParse(SCHEME.test(trimmed) ? trimmed : `http://${trimmed}`)
  return url.success ? url.data : undefined
}

/** Servers taken into use and out of it, one change at a time. */
export function useServerChanges(changed: () => void): ServerChanges {
  const address = ref('')
  const problem = ref<string>()
  const busy = ref(false)

  async function change(work: () => Promise<unknown>): Promise<void> {
    if (busy.value) return
    busy.value = true
    problem.value = undefined
    try {
      await work()
      changed()
    } catch (error) {
      problem.value = sentenceOf(error)
    } finally {
      busy.value = false
    }
  }

  async function add(): Promise<void> {
    const url = addressOf(address.value)
    if (url === undefined) {
      problem.value = text.system.addressUnclear
      return
    }
    await change(async () => {
      await server('addServer', { body: { url } })
      address.value = ''
    })
  }
  return { address, problem, busy, add, remove: (url) => change(() => server('removeServer', { body: { url } })) }
}
