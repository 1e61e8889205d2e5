import { useStorage } from '@vueuse/core'
import * as z from 'zod'
import { lastingMemory } from '../../app/browser-memory.ts'
import { keyOf, type Place } from '../../loop-view/place.ts'

/** Smallest and largest cell, in CSS pixels. */
export const SIZES = { smallest: 96, largest: 256, step: 16 } as const

const lookSchema = z.object({
  size: z.number().min(SIZES.smallest).max(SIZES.largest).catch(144),
  arrangement: z.enum(['flow', 'rows']).catch('flow'),
})
/** How a person likes sheets, of any loop. */
export type SheetLook = z.infer<typeof lookSchema>

export const sheetLook = useStorage<SheetLook>('lemouf.sheet', lookSchema.parse({}), undefined, {
  shallow: true,
  serializer: { read: (stored) => readStored(lookSchema.catch(lookSchema.parse({})), stored), write: (value) => JSON.stringify(value) },
})

const memorySchema = z.object({
  /** When it was kept: the oldest are forgotten first. */
  at: z.number(),
  /** Places, such as `12.0 12.1`. */
  selected: z.string().catch(''),
  undecidedOnly: z.boolean().catch(false),
  /** The place looked at, such as `12.0`; none while the cursor went with the newest result by itself. */
  cursor: z.string().catch(''),
  /** CSS pixels that the sheet was scrolled. */
  scrolled: z.number().min(0).catch(0),
})
type Memory = z.infer<typeof memorySchema>
const memoriesSchema = z.record(z.string(), z.unknown()).catch({})

/** How a loop was left in this browser: found again after a reload, a restart of the server, or on another day. */
export interface LoopMemory {
  readonly selected: readonly Place[]
  readonly cursor: Place | undefined
  readonly undecidedOnly: boolean
  readonly scrolled: number
}

const NOTHING: LoopMemory = { selected: [], cursor: undefined, undecidedOnly: false, scrolled: 0 }
const KEY = 'lemouf.loops'
const MOST_LOOPS = 30

/** By loop; what cannot be read of one leaves the others. */
function memories(): ReadonlyMap<string, Memory> {
  const stored = Object.entries(readStored(memoriesSchema, lastingMemory.getItem(KEY) ?? '{}'))
  return new Map(stored.flatMap(([loopId, one]) => {
    const { data } = memorySchema.safeParse(one)
    return data === undefined ? [] : [[loopId, data]]
  }))
}

export function recall(loopId: string): LoopMemory | undefined {
  const memory = memories().get(loopId)
  return memory === undefined ? undefined : { ...memory, selected: placesIn(memory.selected), cursor: placesIn(memory.cursor)[0] }
}

/** Keeps some of it; the rest stays as it was. */
export function keep(loopId: string, change: Partial<LoopMemory>): void {
  const now = { ...NOTHING, ...recall(loopId), ...change }
  const kept: Memory = { ...now, selected: now.selected.map(keyOf).join(' '), cursor: now.cursor === undefined ? '' : keyOf(now.cursor), at: Date.now() }
  const newest = [...new Map([...memories(), [loopId, kept]])].sort(([, a], [, b]) => b.at - a.at).slice(0, MOST_LOOPS)
  lastingMemory.setItem(KEY, JSON.stringify(Object.fromEntries(newest)))
}

export const placesIn = (words: string): readonly Place[] =>
  Array.from(words.matchAll(/(?:^| )(\d{1,7})\.(\d{1,7})(?= |$)/g), ([, cycle, retry]) => ({ cycle: Number(cycle), retry: Number(retry) }))

/** What is stored, as its schema reads it; what is not JSON counts as nothing. */
function readStored<S extends z.ZodType>(schema: S, stored: string): z.output<S> {
  try {
    return schema.parse(JSON.parse(stored))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    console.warn('What this browser kept of the sheet is not JSON; it begins anew.', error)
    return schema.parse({})
  }
}
