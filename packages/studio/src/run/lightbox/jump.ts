/** The cycle, from zero, that a typed number means, counted from one as people do; undefined when there is none such. */
export function parseCycle(typed: string, count: number): number | undefined {
  const digits = /^\s*(\d{1,7})\s*$/.exec(typed)?.[1]
  const cycle = Number(digits) - 1
  return digits !== undefined && cycle >= 0 && cycle < count ? cycle : undefined
}
