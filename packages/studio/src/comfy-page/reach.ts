import { AppError } from '@lemouf/core/error'
import { sentenceOf } from '../server/client.ts'
import { text } from './text.ts'

/**
 * The sentence for a failed call of the server. A browser does not tell a page why a server of another origin could not be asked,
 * so that is found out here: the page's own policy forbids it, the server refuses this origin, or nobody is there.
 */
export async function whyNot(error: unknown, base: string): Promise<string> {
  const unheard = error instanceof AppError && error.code === 'engine_unavailable' && error.cause !== undefined
  if (!unheard) return sentenceOf(error)
  const isBlocked = watchPolicy(base)
  try {
    // Its answer cannot be read, but that there is one is told.
    await fetch(base, { mode: 'no-cors', cache: 'no-store' })
    return text.refused(base, location.origin)
  } catch {
    return (await isBlocked()) ? text.blocked(base) : text.away(base)
  }
}

/** Listens for the page's policy forbidding this address, from now until it is asked. */
function watchPolicy(base: string): () => Promise<boolean> {
  let blocked = false
  const hear = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective === 'connect-src' && blockedURI.startsWith(base)) blocked = true
  }
  document.addEventListener('securitypolicyviolation', hear)
  return async () => {
    // The violation is told in a task of its own.
    await new Promise((resolve) => setTimeout(resolve))
    document.removeEventListener('securitypolicyviolation', hear)
    return blocked
  }
}
