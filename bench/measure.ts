/** The value below which a share of the samples lies (nearest rank). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5)

/** A line of the report: what, the figure, and what it should be. */
export interface Figure {
  readonly what: string
  readonly value: string
  readonly goal: string
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`
export const mb = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(0)} MB`

/** The figures as a Markdown table. */
export function table(figures: readonly Figure[]): string {
  return ['| what | measured | goal |', '|---|---|---|', ...figures.map(({ what, value, goal }) => `| ${what} | ${value} | ${goal} |`)].join('\n')
}
