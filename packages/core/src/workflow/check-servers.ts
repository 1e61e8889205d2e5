import type { Finding } from './finding.ts'
import { unmetNeeds } from './needs.ts'
import type { ObjectInfo } from './object-info.ts'
import type { Prompt } from './prompt.ts'

/** That one of several servers has all that a prompt needs: together they may have it, and a prompt runs on one. `assigned` is set by the loop. */
export function checkServers(prompt: Prompt, servers: ReadonlyMap<string, ObjectInfo>, assigned: ReadonlySet<string>): readonly Finding[] {
  if (servers.size < 2) return []
  const lacking = [...servers].map(([name, info]) => ({ name, needs: unmetNeeds(prompt, info, assigned) }))
  if (lacking.some(({ needs }) => needs.length === 0)) return []
  const each = lacking.map(({ name, needs }) => `${name} lacks ${needs.join(', ')}`).join('; ')
  const message = `No server has all that this workflow needs: ${each}.`
  return [{ severity: 'error', code: 'no_server_has_all', message, remedy: 'Bring what is missing to one of them: a prompt runs on one server.' }]
}
