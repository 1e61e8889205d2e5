import { randomUUID } from 'node:crypto'
import type { JsonObject } from '@lemouf/core/json'
import { WebSocket } from 'ws'

/** Prompts that the client keeps at the engine, so that it is never idle between two. */
const DEPTH = 2

/**
 * Posts prompts to an engine with nothing around it: no record, no results read. Gives the seconds until the last one ended.
 * This is the practical limit that the server is held against.
 */
export async function runBare(engine: string, prompts: readonly JsonObject[]): Promise<number> {
  const clientId = randomUUID()
  const socket = new WebSocket(`${engine.replace('http', 'ws')}/ws?clientId=${clientId}`)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const startedAt = performance.now()
  let next = 0
  let ended = 0
  const post = async (): Promise<void> => {
    const prompt = prompts[next++]
    if (prompt === undefined) return
    const answer = await fetch(`${engine}/prompt`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ prompt, client_id: clientId }) })
    if (!answer.ok) throw new Error(`The engine refused a prompt: ${await answer.text()}`)
    await answer.arrayBuffer()
  }
  const done = new Promise<void>((resolve, reject) => {
    socket.on('message', (data, isBinary) => {
      if (isBinary) return
      const message = JSON.parse((data as Buffer).toString()) as { type: string; data: { node?: string | null } }
      if (message.type === 'execution_error') reject(new Error('A prompt failed.'))
      if (message.type !== 'executing' || message.data.node !== null) return
      if (++ended === prompts.length) resolve()
      else post().catch(reject)
    })
  })
  for (let first = 0; first < DEPTH; first++) await post()
  await done
  socket.close()
  return (performance.now() - startedAt) / 1000
}
