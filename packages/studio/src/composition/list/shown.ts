import type { CompositionSummary } from '@lemouf/core/protocol'
import { locale } from '../../text/text.ts'

export const SORTS = ['changed', 'name', 'duration'] as const
export type Sort = (typeof SORTS)[number]

/** The compositions whose name or origin has all the words searched for, in order. */
export function shownOf(all: readonly CompositionSummary[], search: string, sort: Sort): readonly CompositionSummary[] {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const found = all.filter((one) => words.every((word) => `${one.name} ${originOf(one)}`.toLowerCase().includes(word)))
  if (sort === 'name') return found.toSorted((a, b) => a.name.localeCompare(b.name, locale.value, { numeric: true }))
  return found.toSorted(sort === 'duration' ? (a, b) => b.duration - a.duration : (a, b) => b.updated_at - a.updated_at)
}

const originOf = ({ source }: CompositionSummary): string => (source === null ? '' : source.type === 'loop' ? source.loop_id : source.pipeline_id)

/** The list after news of one: where it belongs, as it is now, unless it is older than what is known. */
export function withChanged(all: readonly CompositionSummary[], changed: CompositionSummary, bin: boolean): readonly CompositionSummary[] {
  const known = all.find(({ composition_id }) => composition_id === changed.composition_id)
  if (known !== undefined && known.revision > changed.revision) return all
  const others = all.filter(({ composition_id }) => composition_id !== changed.composition_id)
  return (changed.removed_at !== null) === bin ? [changed, ...others] : others
}
