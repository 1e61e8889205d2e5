import { toSeconds, type Ticks } from '@lemouf/core/timeline'
import { text } from '../../../text/text.ts'
import { formatBytes } from '../../../ui/format.ts'
import { markOf, type Mark } from '../../../ui/mark.ts'
import { lengthIn, sizeIn, type Resource } from './resource.ts'

/** `0:07`, `1:02:45`; with hundredths `0:07.25`. */
export function clockSaid(at: Ticks, hundredths = false): string {
  const all = hundredths ? Math.floor(toSeconds(at) * 100) / 100 : Math.round(toSeconds(at))
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
  const last = hundredths ? seconds.toFixed(2).padStart(5, '0') : String(seconds).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${last}` : `${minutes}:${last}`
}

/** What stands under a resource's picture: results by their cycle, as on the timeline, others by their name. */
export const titleOf = ({ madeBy, name }: Pick<Resource, 'madeBy' | 'name'>): string => (madeBy === undefined ? name : text.timeline.onCanvas.attempt(madeBy.cycle_index, madeBy.retry_index))

/** Length, pixels, size: as far as they are known. */
export function factsOf(resource: Resource): string {
  const [length, size] = [lengthIn(resource), sizeIn(resource)]
  return [length === undefined ? undefined : clockSaid(length), size === undefined ? undefined : `${size.width}×${size.height}`, resource.bytes === null ? undefined : formatBytes(resource.bytes)]
    .filter((part) => part !== undefined).join(' · ')
}

/** The decision on a result; undefined for what no loop made, and where it is not known. */
export function decisionMark({ madeBy }: Resource): Mark | undefined {
  return madeBy?.decision === undefined ? undefined : markOf({ status: 'returned', decision: madeBy.decision })
}

/** All that is seen of a resource, in words. */
export function sayResource(resource: Resource, uses: number): string {
  const t = text.resources
  const mark = decisionMark(resource)
  return t.says([
    titleOf(resource), factsOf(resource), t.kind[resource.kind], mark === undefined ? '' : text.marks[mark], resource.missing ? t.missing : '', uses > 0 ? t.uses(uses) : '',
  ].filter((part) => part !== ''))
}
