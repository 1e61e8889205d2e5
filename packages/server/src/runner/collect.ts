import { AppError } from '@lemouf/core/error'
import { parseJson, type Json } from '@lemouf/core/json'
import type { MediaOutput, Output } from '@lemouf/core/loop'
import { returnsPayload, type Prompt } from '@lemouf/core/workflow'
import * as z from 'zod'
import type { ComfyClient } from '../comfy/client.ts'
import type { HistoryAnswer } from '../comfy/messages.ts'
import type { MediaStore } from '../media/media-store.ts'

const fileRef = z.object({
  filename: z.string().min(1),
  subfolder: z.string().catch(''),
  type: z.enum(['output', 'input', 'temp']).catch('output'),
})

const MAX_OUTPUT_BYTES = 4 * 1024 ** 3

/** Ids of the nodes whose outputs are the result of a cycle. */
export function loopReturnsOf(prompt: Prompt): readonly string[] {
  return Object.entries(prompt).flatMap(([id, node]) => (node.class_type === 'LoopReturn' ? [id] : []))
}

interface CollectArgs {
  readonly entry: HistoryAnswer
  readonly prompt: Prompt
  readonly loopId: string
  readonly client: ComfyClient
  readonly media: MediaStore
  /** Files that an earlier try brought in already. */
  readonly brought: Map<string, MediaOutput>
}

/**
 * Brings what Loop Return showed into our own media store, so that it outlives the generating server's folders.
 * Errors: `attempt_lost` when there is nothing to bring.
 */
export async function collectOutputs(args: CollectArgs): Promise<readonly Output[]> {
  const outputs: Output[] = []
  for (const id of loopReturnsOf(args.prompt)) {
    for (const [key, values] of Object.entries(args.entry.outputs[id] ?? {})) {
      for (const value of values) outputs.push(...(await collectValue(key, value, { ...args, isPayload: returnsPayload(args.prompt, id) })))
    }
  }
  if (outputs.length > 0) return outputs
  throw new AppError('attempt_lost', 'The workflow ran, but its Loop Return showed nothing. Link something to its payload input.')
}

async function collectValue(key: string, value: Json, args: CollectArgs & { readonly isPayload: boolean }): Promise<readonly Output[]> {
  // A value of the workflow's own may look like a file.
  if (key === 'json') return [{ kind: 'json', value }]
  const file = fileRef.safeParse(value)
  if (file.success) return [await fetchFile(file.data, args)]
  if (key === 'text' && typeof value === 'string') return [args.isPayload ? payloadOutput(value) : { kind: 'text', text: value }]
  return []
}

/** A core node can show a payload only as text. */
function payloadOutput(text: string): Output {
  const parsed = parseJson(text)
  return parsed.ok ? { kind: 'json', value: parsed.value } : { kind: 'text', text }
}

async function fetchFile(file: z.infer<typeof fileRef>, { loopId, client, media, brought }: CollectArgs): Promise<MediaOutput> {
  const name = JSON.stringify([file.type, file.subfolder, file.filename])
  const known = brought.get(name)
  if (known !== undefined) return known
  const stored = await media.put(await client.view(file), { filename: file.filename, loopId, maxBytes: MAX_OUTPUT_BYTES })
  if (!stored.ok) throw stored.error
  const { id, kind, mime, bytes, width, height } = stored.value
  const output: MediaOutput = {
    kind, mime, bytes,
    media: id,
    filename: file.filename,
    subfolder: file.subfolder,
    folder: file.type,
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
  }
  brought.set(name, output)
  return output
}
