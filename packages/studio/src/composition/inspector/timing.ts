import { companions, endOf, mediaOf, ticks, type Clip, type Edit, type Located, type Project, type Speed } from '@lemouf/core/timeline'

/** Of clips that are linked the first: a trim of it trims the others. */
export const oneOfEachLink = (found: readonly Located[]): readonly Located[] =>
  [...Map.groupBy(found, ({ clip }) => clip.link ?? clip.id).values()].flatMap(([first]) => first ?? [])

/** When the first of clips begins, and when the last ends. */
export const spanOf = (found: readonly Located[]): { readonly from: number; readonly to: number } => ({
  from: Math.min(...found.map(({ clip }) => clip.start)), to: Math.max(...found.map(({ clip }) => endOf(clip))),
})

/** All of them moved together, so that the first begins there. */
export function moveEdits(project: Project, found: readonly Located[], to: number, ids: string): readonly Edit[] {
  // What is linked moves along, and stops at zero for all.
  const first = spanOf(companions(project, found, ['link', 'group'])).from
  const by = Math.max(Math.round(to) - spanOf(found).from, -first)
  return by === 0 ? [] : [{ type: 'move', clips: found.map(({ clip }) => clip.id), by: ticks(by), to: [], mode: 'overwrite', scope: 'lanes', ids }]
}

/** Each as long as that. */
export function durationEdits(found: readonly Located[], change: (before: number) => number): readonly Edit[] {
  return oneOfEachLink(found).flatMap(({ clip }) => {
    const by = Math.round(change(clip.duration)) - clip.duration
    return by === 0 ? [] : [{ type: 'trim' as const, clip: clip.id, edge: 'end' as const, by: ticks(by), ripple: null }]
  })
}

/** Each from that moment of its source on, in the same place. */
export function inPointEdits(project: Project, found: readonly Located[], change: (before: number) => number): readonly Edit[] {
  return oneOfEachLink(found.filter(({ clip }) => hasTime(project, clip))).flatMap(({ clip }) => {
    const { num, den } = clip.speed
    const by = Math.round(((Math.round(change(clip.in)) - clip.in) * den) / num)
    return by === 0 ? [] : [{ type: 'slip' as const, clips: [clip.id], by: ticks(by) }]
  })
}

/** Whether a clip shows something that has a time of its own. */
export function hasTime(project: Project, { media }: Clip): boolean {
  const medium = mediaOf(project, media)
  return medium !== undefined && medium.kind !== 'image'
}

export const factorOf = ({ num, den }: Speed): number => num / den

/** The fraction closest to a factor that a clip's speed can be, of small numbers where those do. */
export function speedOf(factor: number): Speed {
  const held = Math.min(100, Math.max(0.01, factor))
  const candidates = [1, 10, 100, 1000, 10_000].map((den) => ({ num: Math.round(held * den), den })).filter(({ num }) => num >= 1 && num <= 10_000)
  const errorOf = ({ num, den }: Speed): number => Math.abs(num / den - held)
  const { num, den } = candidates.reduce((best, one) => (errorOf(one) < errorOf(best) - 1e-12 ? one : best), { num: 1, den: 1 })
  const divisor = gcd(num, den)
  return { num: num / divisor, den: den / divisor }
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
