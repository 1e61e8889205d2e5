import { isJsonObject, type Json, type JsonObject } from '@lemouf/core/json'
import { DECISIONS, type Decision } from '@lemouf/core/loop'
import type { HistoryEntry } from '@lemouf/core/protocol'
import { titleOf } from '../home/workflows.ts'
import type { Place } from '../loop-view/place.ts'
import { text } from '../text/text.ts'
import { markOf, type Mark } from '../ui/mark.ts'
import { changedSettings, settingNote } from './setting-changes.ts'

/** A row of a loop's history for people. */
export interface Told {
  readonly entry: HistoryEntry
  /** The shape of a decision or a failure. */
  readonly mark: Mark | undefined
  readonly what: string
  /** Who did it; empty where it goes without saying. */
  readonly by: string
  /** The reason given, the inputs changed; why it failed. */
  readonly notes: readonly string[]
  /** What became of a decision. */
  readonly outcome: string | undefined
  readonly place: Place | undefined
  /** Whether its attempt is still there: those of earlier runs are not. */
  readonly reachable: boolean
}

/** Tells entries that come newest first, without a gap at the top. */
export function tell(entries: readonly HistoryEntry[]): readonly Told[] {
  const lastReset = entries.findIndex(({ type }) => type === 'reset')
  const settings = entries.filter(({ type }) => type === 'configured')
  return entries.map((entry, index) => {
    const older = entry.type === 'configured' ? settings[settings.indexOf(entry) + 1] : undefined
    return tellOne(entry, lastReset < 0 || index <= lastReset, older && configIn(dataOf(older)))
  })
}

const dataOf = ({ data }: HistoryEntry): JsonObject => (isJsonObject(data) ? data : {})

/** `before`: the settings that an entry of new ones changed, where they are known. */
function tellOne(entry: HistoryEntry, isPresent: boolean, before: JsonObject | undefined): Told {
  const data = dataOf(entry)
  const changes = before === undefined ? [] : changedSettings(before, configIn(data))
  const pausing = changes.length === 1 && changes[0] === 'paused'
  return {
    entry,
    mark: markFor(entry, data),
    what: pausing ? text.dashboard.says[configIn(data)['paused'] === true ? 'paused' : 'resumed'] : sentenceOf(entry.type, data),
    by: data['auto'] === true ? text.dashboard.byRule : whoIs(entry.by),
    notes: before === undefined || pausing ? notesOf(entry.type, data) : changes.map((name) => settingNote(name, before, configIn(data))),
    outcome: outcomeOf(entry),
    place: entry.place === null ? undefined : { cycle: entry.place.cycle_index, retry: entry.place.retry_index },
    reachable: isPresent,
  }
}

/** A name as the history has it; a panel gives none of its own. */
const whoIs = (by: string): string => (by === 'person' ? text.dashboard.aPerson : by)

function sentenceOf(type: string, data: JsonObject): string {
  const says = text.dashboard.says
  switch (type) {
    case 'workflowSet':
      return says.workflowSet(titleOf(stringIn(data['name'])))
    case 'payloadSet':
      if (data['edited'] === true) return says.payloadEdited
      return data['source'] === 'loop_return' ? says.payloadReturned : says.payloadSet
    case 'attemptStarted':
      return says.attemptStarted(stringIn(data['worker']))
    case 'attemptReturned':
      return says.attemptReturned(stringIn(data['worker']))
    case 'decided':
      return typeof data['displacedBy'] === 'number' ? says.gaveWay(data['displacedBy']) : decidedWord(decisionIn(data['decision']))
    case 'exited':
      return data['complete'] === true ? says.finished : says.exited
    case 'exported':
      return says.exported(typeof data['count'] === 'number' ? data['count'] : 0)
    case 'created':
    case 'configured':
    case 'overridesSet':
    case 'attemptQueued':
    case 'attemptFailed':
    case 'attemptCancelled':
    case 'decisionUndone':
    case 'reset':
      return says[type]
    default:
      // What a newer server tells is better than nothing.
      return type
  }
}

function notesOf(type: string, data: JsonObject): readonly string[] {
  if (type === 'attemptFailed') return isJsonObject(data['failure']) ? [stringIn(data['failure']['message'])] : []
  if (type === 'payloadSet' && isJsonObject(data['from'])) {
    const { loopId, cycle } = data['from']
    return [text.dashboard.fromLoop(stringIn(loopId), typeof cycle === 'number' ? cycle : 0)]
  }
  if (type !== 'decided') return []
  const edits = isJsonObject(data['edits']) ? Object.keys(data['edits']) : []
  return [...(typeof data['reason'] === 'string' ? [data['reason']] : []), ...(edits.length === 0 ? [] : [text.dashboard.edits(edits)])]
}

function outcomeOf({ superseded_by: later }: HistoryEntry): string | undefined {
  if (later === null) return undefined
  const by = whoIs(later.by)
  return later.decision === null ? text.dashboard.undone(by) : text.dashboard.superseded(decidedWord(later.decision), by)
}

function markFor({ type }: HistoryEntry, data: JsonObject): Mark | undefined {
  if (type === 'attemptFailed') return 'failed'
  const decision = type === 'decided' ? decisionIn(data['decision']) : null
  return decision === null ? undefined : markOf({ status: 'returned', decision })
}

const configIn = ({ config }: JsonObject): JsonObject => (isJsonObject(config) ? config : {})
const decisionIn = (value: Json | undefined): Decision | null => DECISIONS.find((one) => one === value) ?? null
const decidedWord = (decision: Decision | null): string => (decision === null ? '' : text.dashboard.says.decided[decision])
const stringIn = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
