import type { MediaInfo } from '@lemouf/core/protocol'

/** `away`: sent, and nobody answers just now. `left`: begun before the page was reloaded; its file has to be chosen again. */
export type UploadState = 'waiting' | 'sending' | 'away' | 'paused' | 'left' | 'done' | 'refused'

/** A file on its way into the library. */
export interface Upload {
  readonly id: string
  readonly fingerprint: string
  readonly name: string
  readonly bytes: number
  /** Bytes that have arrived. */
  readonly sent: number
  readonly state: UploadState
  /** Bytes a second. */
  readonly rate: number | undefined
  /** Why it is refused. */
  readonly reason: unknown
  /** What it became. */
  readonly medium: MediaInfo | undefined
  /** The same bytes were in the library before. */
  readonly wasThere: boolean
}

export const isUnderWay = ({ state }: Pick<Upload, 'state'>): boolean => state === 'waiting' || state === 'sending' || state === 'away'
export const isOver = ({ state }: Pick<Upload, 'state'>): boolean => state === 'done' || state === 'refused'

/** How far all are together: of those that are not over, with what was done beside them. */
export interface UploadSum {
  readonly underWay: number
  readonly sent: number
  readonly bytes: number
  readonly rate: number | undefined
}

export function sumOf(uploads: readonly Upload[]): UploadSum {
  const counted = uploads.filter((one) => isUnderWay(one) || one.state === 'done')
  const going = counted.filter(isUnderWay)
  const rates = going.flatMap(({ rate }) => rate ?? [])
  const add = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)
  return { underWay: going.length, sent: add(counted.map(({ sent }) => sent)), bytes: add(counted.map(({ bytes }) => bytes)), rate: rates.length === 0 ? undefined : add(rates) }
}
