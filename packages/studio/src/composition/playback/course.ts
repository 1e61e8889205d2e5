import { ticks, TICKS_PER_SECOND, type Range, type Ticks } from '@lemouf/core/timeline'

/** Playing from a moment on. Its time is counted in seconds from its beginning. */
export interface Course {
  readonly start: Ticks
  /** Composition for each second of time; negative backwards. */
  readonly rate: number
  /** What is played; starting outside of it is allowed, and then goes into it or to its end. */
  readonly range: Range
  /** At the end of the range it goes on from its beginning. */
  readonly repeats: boolean
}

/** A stretch of the composition that is played in one go. */
export interface Stretch extends Range {
  /** Seconds of the course at which it begins, at `from`. */
  readonly since: number
  /** All that is played before it begins anew: from its beginning until its end. */
  readonly lap: Range
}

/** Where a course is after a time, as a fraction of ticks; never outside its range once it is in it. */
export function placeAt({ start, rate, range, repeats }: Course, time: number): number {
  const way = start + time * rate * TICKS_PER_SECOND
  const length = range.to - range.from
  if (rate >= 0) {
    if (way < range.to || length <= 0) return Math.min(way, Math.max(range.to, range.from))
    return repeats ? range.from + ((way - range.from) % length) : range.to
  }
  if (way > range.from || length <= 0) return Math.max(way, range.from)
  return repeats ? range.to - ((range.to - way) % length) : range.from
}

/** A course within another range, from where it is after a time. It keeps its beginning where that leads to the same place, so that what is scheduled of it stays. */
export function within(course: Course, { range, repeats }: Pick<Course, 'range' | 'repeats'>, time: number): Course {
  const [at, kept] = [placeAt(course, time), { ...course, range, repeats }]
  return placeAt(kept, time) === at ? kept : { ...kept, start: ticks(Math.round(at)) }
}

/** Whether a course has come to its end. */
export function isOver({ start, rate, range, repeats }: Course, time: number): boolean {
  const way = start + time * rate * TICKS_PER_SECOND
  if (repeats && range.from < range.to) return false
  return rate >= 0 ? way >= range.to : way <= range.from
}

/** What of the composition is played forwards within a span of a course's time, in order. Nothing of a course that goes backwards. */
export function stretchesOf(course: Course, from: number, until: number): readonly Stretch[] {
  const { start, rate, range, repeats } = course
  const pace = rate * TICKS_PER_SECOND
  const length = range.to - range.from
  if (pace <= 0 || until <= from || length <= 0) return []
  const stretches: Stretch[] = []
  const add = (begin: number, end: number, lap: number): void => {
    const whole = lap === 0 ? { from: start, to: range.to } : range
    if (begin < end) stretches.push({ from: ticks(Math.round(begin)), to: ticks(Math.round(end)), since: (begin - start + lap * length) / pace, lap: whole })
  }
  const [first, last] = [start + from * pace, start + until * pace]
  add(first, Math.min(last, range.to), 0)
  if (!repeats) return stretches
  for (let lap = Math.max(1, Math.floor((first - range.from) / length)); range.from + lap * length < last; lap++) {
    add(Math.max(range.from, first - lap * length), Math.min(range.to, last - lap * length), lap)
  }
  return stretches
}
