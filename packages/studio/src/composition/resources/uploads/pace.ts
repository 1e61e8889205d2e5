/** How fast something goes, over the last while. */
export interface Pace {
  /** Bytes and milliseconds of the last look. */
  readonly bytes: number
  readonly at: number
  /** Bytes a second; undefined before there is a second look. */
  readonly rate: number | undefined
}

/** So much time counts as the last while. */
const WHILE_MS = 4000

export const startPace = (bytes: number, at: number): Pace => ({ bytes, at, rate: undefined })

/** The pace after another look. What came long ago counts less. */
export function paceAfter({ bytes: before, at: then, rate: was }: Pace, bytes: number, at: number): Pace {
  const passed = Math.max(1, at - then)
  const now = ((bytes - before) * 1000) / passed
  const weight = 1 - Math.exp(-passed / WHILE_MS)
  return { bytes, at, rate: was === undefined ? now : was + (now - was) * weight }
}

/** Milliseconds until all is there; undefined while that cannot be told. */
export function timeLeft({ rate }: Pick<Pace, 'rate'>, left: number): number | undefined {
  return rate === undefined || rate <= 0 ? undefined : (left * 1000) / rate
}
